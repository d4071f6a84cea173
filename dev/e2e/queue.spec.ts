import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'
import { sendToSign } from './support/training.ts'
import { withWork } from './support/work.ts'
import { visit } from './support/visit.ts'

const LEADER = 'Ingrid Solheim'

/** The page answers to keys: the pane's history is only ever read in the browser. */
const ready = (page: Page) =>
  expect(
    page.getByRole('region', { name: 'Valgt sak' }).getByRole('heading', { name: 'Historikk' }),
  ).toBeVisible()
const receipt = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

test('B01 F110 F111 F112 F113 a queue is worked through with the keyboard alone', async ({ browser }) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, 'Thea Marie Sandvik')
  const work = (await withWork(browser, { leader, trainee }, 3)).slice(0, 3)
  for (const { activity } of work) await sendToSign(trainee, leader, activity)

  const { page } = leader
  await page.goto('/signering?sok=Sandvik')
  const rows = page.locator('[data-row]')
  await ready(page)
  const all = await rows.count()

  // All of the doctor's at once, one record each; then undone within the ten seconds.
  await page.keyboard.press('X')
  await page.keyboard.press('s')
  await receipt(page, `${all} aktiviteter signert`)
  await expect(rows).toHaveCount(0)
  await page.keyboard.press('z')
  await receipt(page, `${all} aktiviteter venter signering igjen`)
  await expect(rows).toHaveCount(all)

  // Move, sign one; the next row has focus.
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('s')
  await expect(rows).toHaveCount(all - 1)
  await expect(page.locator('[data-current] a')).toBeFocused()

  // Rejecting without a reason is refused at the field, which keeps focus.
  await page.keyboard.press('r')
  const reason = page.getByLabel('Hvorfor avviser du?')
  await expect(reason).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Skriv en begrunnelse før du avviser.')).toBeVisible()
  await expect(reason).toBeFocused()
  await page.keyboard.type('Jeg sikter til skjemaet.')
  await page.keyboard.press('Control+Enter')
  await receipt(page, '1 aktivitet avvist')

  // From the rejected tab it can be signed without being sent again; from the signed one it can be changed.
  await page.goto('/signering?fane=avvist&sok=Sandvik')
  await ready(page)
  await page.keyboard.press('s')
  await receipt(page, '1 aktivitet signert')
  await page.goto('/signering?fane=signert&sok=Sandvik')
  await ready(page)
  await page.getByRole('button', { name: 'Endre signering' }).click()
  await receipt(page, '1 aktivitet venter signering igjen')
})

test('B02 nothing is missed while the connection is cut between two events', async ({ browser }) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, 'Kristoffer Lien')
  const [one, two, three] = await withWork(browser, { leader, trainee }, 3)
  if (!two || !three) throw new Error('three activities are needed')
  await sendToSign(trainee, leader, one.activity)
  await leader.page.goto('/signering')
  await expect(leader.page.getByText('Direkte')).toBeVisible()
  await ready(leader.page)

  await leader.page.context().setOffline(true)
  await leader.page.evaluate(() => dispatchEvent(new Event('offline')))
  await sendToSign(trainee, leader, two.activity)
  await sendToSign(trainee, leader, three.activity)
  await leader.page.context().setOffline(false)

  await expect(leader.page.getByRole('button', { name: '2 ny fra Kristoffer Lien' })).toBeVisible({
    timeout: 45_000,
  })
  await leader.page.getByRole('button', { name: '2 ny fra Kristoffer Lien' }).click()
  for (const { activity } of [two, three])
    await expect(leader.page.locator(`[data-row="${activity.id}"]`)).toBeVisible()
})

test('B02 when somebody else was first the row stays, grey, with who and when', async ({ browser }) => {
  const leader = await person(browser, LEADER)
  const second = await person(browser, LEADER)
  const trainee = await person(browser, 'Maja Østby')
  const [one] = await withWork(browser, { leader, trainee })
  await sendToSign(trainee, leader, one.activity)
  for (const { page } of [leader, second]) {
    await page.goto(`/signering?sak=${one.activity.id}`)
    await expect(page.locator(`[data-row="${one.activity.id}"]`)).toBeVisible()
    await ready(page)
  }
  await leader.page.keyboard.press('s')
  await receipt(leader.page, '1 aktivitet signert')
  const row = second.page.locator(`[data-row="${one.activity.id}"]`)
  await expect(row.getByText(`Signert av ${LEADER}`)).toBeVisible({ timeout: 2_000 })
  await expect(row.getByRole('button', { name: 'Signer' })).toHaveCount(0)
})

test('on the phone the item is a page of its own, with the buttons under the thumb', async ({ browser }) => {
  const leader = await person(browser, LEADER, PHONE)
  const trainee = await person(browser, 'Kristoffer Lien')
  const [one] = await withWork(browser, { leader, trainee })
  await sendToSign(trainee, leader, one.activity)
  const { page } = leader
  await visit(page, '/signering')
  const pane = page.getByRole('region', { name: 'Valgt sak' })

  // Why what is selected is rejected is written there too, and nothing lies over it.
  const box = page.locator(`[data-row="${one.activity.id}"]`).getByRole('checkbox')
  await box.check()
  await page.getByRole('button', { name: 'Avvis 1 …' }).click()
  await expect(pane.getByRole('textbox')).toBeFocused()
  await pane.getByRole('button', { name: 'Avbryt' }).click()
  await expect(pane).toBeHidden()
  await box.uncheck()

  await page.locator(`[data-row="${one.activity.id}"] a`).click()
  await expect(pane).toBeVisible()
  await expectAccessible(page)
  const sign = await pane.getByRole('button', { name: 'Signer', exact: true }).boundingBox()
  expect(sign?.height).toBeGreaterThanOrEqual(44)
  expect(sign?.y).toBeGreaterThan(560)
  await pane.getByRole('button', { name: 'Signer', exact: true }).click()
  await expect(pane.getByRole('heading', { name: '1 aktivitet signert' })).toBeVisible()
  await expect(pane.getByRole('button', { name: 'Angre' })).toBeVisible()
  await page.goBack()
  await expect(pane).toBeHidden()
  await expect(page.locator(`[data-row="${one.activity.id}"]`)).toHaveCount(0)
})
