import { expect, test } from '@playwright/test'
import { person } from './support/person.ts'
import { sendToSign } from './support/training.ts'
import { withWork } from './support/work.ts'

const LEADER = 'Ingrid Solheim'

test('B01 of three one was signed by somebody else: the receipt says two of three, the third is listed with who', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const first = await person(browser, LEADER)
  const trainee = await person(browser, 'Kristoffer Lien')
  const work = (await withWork(browser, { leader, trainee }, 3)).slice(0, 3)
  for (const { activity } of work) await sendToSign(trainee, leader, activity)

  // This window gets no events, so that it still shows a row that another person has signed.
  const { page } = leader
  await page.routeWebSocket(/graphql/, () => undefined)
  await page.goto('/signering?sok=Lien')
  const pane = page.getByRole('region', { name: 'Valgt sak' })
  await expect(pane.getByRole('heading', { name: 'Historikk' })).toBeVisible()
  const [taken] = work
  await first.page.goto(`/signering?sak=${taken?.activity.id}`)
  const other = first.page.getByRole('region', { name: 'Valgt sak' })
  await expect(other.getByRole('heading', { name: 'Historikk' })).toBeVisible()
  await first.page.keyboard.press('s')
  await expect(first.page.getByRole('status').filter({ hasText: '1 aktivitet signert' })).toBeVisible()

  for (const { activity } of work)
    await page.locator(`[data-row="${activity.id}"]`).getByRole('checkbox').check()
  await page.keyboard.press('s')
  await expect(page.getByRole('status').filter({ hasText: '2 av 3 ble signert' })).toBeVisible()
  const failures = page.getByRole('alert').filter({ hasText: 'Dette ble ikke gjort' })
  await expect(failures.getByRole('listitem')).toHaveCount(1)
  await expect(failures.getByText(`${LEADER} signerte`)).toBeVisible()

  // «Angre» undoes the two that succeeded, and leaves the third, which another person signed.
  await page.keyboard.press('z')
  await expect(page.getByRole('status').filter({ hasText: '2 aktiviteter venter' })).toBeVisible()
})
