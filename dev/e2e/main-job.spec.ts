import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { approve, sentToApprove } from './support/goal.ts'
import { person, PHONE } from './support/person.ts'
import { sendToSign } from './support/training.ts'
import { withWork } from './support/work.ts'

const LEADER = 'Ingrid Solheim'
const TRAINEE = 'Amalie Nygård'
const SUPERVISOR = 'Berit Aasen'

test('B02 F110 F115 the main job: registered, signed, completed and approved, each seen by the next at once', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  const supervisor = await person(browser, SUPERVISOR)
  const [{ goal, activity }] = await withWork(browser, { leader, trainee })

  await supervisor.page.goto('/signering')
  await leader.page.goto('/godkjenning')
  await expect(supervisor.page.getByText('Direkte')).toBeVisible()

  // The trainee registers and sends.
  await trainee.page.goto(`/aktivitet/${activity.id}`)
  await trainee.page
    .getByLabel('Hva du gjorde')
    .fill('To prosedyrer under tilsyn, begge uten komplikasjoner.')
  await trainee.page.getByRole('button', { name: 'Registrer', exact: true }).click()
  await trainee.page.getByRole('radio', { name: SUPERVISOR }).check()
  await trainee.page.getByRole('button', { name: 'Send til signering' }).click()
  await expect(trainee.page.getByText('Aktiviteten er sendt til signering.')).toBeVisible()

  // The open queue announces it within a second, and shows it on request.
  const arrival = supervisor.page.getByRole('button', { name: `1 ny fra ${TRAINEE}` })
  await expect(arrival).toBeVisible({ timeout: 1_000 })
  await arrival.click()
  const row = supervisor.page.locator(`[data-row="${activity.id}"]`)
  await expect(row.getByText('Ny', { exact: true })).toBeVisible()
  await row.getByRole('link', { name: activity.definition.title }).click()
  await expect(
    supervisor.page
      .getByRole('region', { name: 'Valgt sak' })
      .getByText('To prosedyrer under tilsyn')
      .first(),
  ).toBeVisible()
  await supervisor.page.keyboard.press('s')
  await expect(supervisor.page.getByRole('status').filter({ hasText: '1 aktivitet signert' })).toBeVisible()
  await expect(row).toHaveCount(0)

  // The trainee completes the goal and sends it to the leader.
  await trainee.page.goto(`/mal/${goal.id}`)
  await expect(trainee.page.getByRole('row', { name: activity.definition.title })).toContainText('Signert')
  await trainee.page.getByLabel('Hva kan du nå?').fill('Jeg gjør dette uten hjelp.')
  await trainee.page.getByRole('button', { name: 'Sett målet som fullført' }).click()
  await trainee.page.getByRole('radio', { name: LEADER }).check()
  await trainee.page.getByRole('button', { name: 'Send til godkjenning' }).click()
  await expect(trainee.page.getByText('Sendt', { exact: true })).toBeVisible()

  // The leader reads the basis and approves.
  const goalArrival = leader.page.getByRole('button', { name: `1 ny fra ${TRAINEE}` })
  await expect(goalArrival).toBeVisible({ timeout: 2_000 })
  await goalArrival.click()
  await leader.page.locator(`[data-row="${goal.id}"]`).getByRole('link').click()
  await leader.page.getByRole('link', { name: 'Se hele grunnlaget' }).click()
  await expect(leader.page.getByRole('heading', { level: 1, name: goal.definition.wording })).toBeVisible()
  await expect(leader.page.getByText('Jeg gjør dette uten hjelp.').first()).toBeVisible()
  await expect(leader.page.getByRole('row', { name: activity.definition.title })).toContainText(SUPERVISOR)
  await leader.page.getByLabel('Kommentar til Amalie').fill('Godt beskrevet.')
  await leader.page.getByRole('button', { name: 'Godkjenn læringsmålet' }).click()
  await expect(leader.page.getByText(`Godkjent av ${LEADER}`)).toBeVisible()

  await trainee.page.reload()
  await expect(trainee.page.getByText('«Godt beskrevet.»')).toBeVisible()
})

test('F118 an approval is cancelled and the goal waits again; F116 rejecting asks for a reason', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  await withWork(browser, { leader, trainee })
  const goal = await sentToApprove(trainee, leader)
  await approve(leader, goal)
  await leader.page.goto(`/mal/${goal.id}`)
  await leader.page.getByRole('button', { name: 'Avbryt godkjenningen' }).click()
  await leader.page.getByRole('button', { name: 'Avbryt godkjenningen' }).click()
  await expect(leader.page.getByText('Venter på godkjenning', { exact: true })).toBeVisible()

  await leader.page.getByRole('button', { name: 'Avvis …' }).click()
  await leader.page.getByRole('button', { name: 'Avvis læringsmålet' }).click()
  await expect(leader.page.getByText('Skriv en begrunnelse før du avviser.')).toBeVisible()
  await leader.page.getByLabel('Hvorfor avviser du?').fill('Beskriv nivået.')
  await leader.page.getByRole('button', { name: 'Avvis læringsmålet' }).click()
  await expect(leader.page.getByText('«Beskriv nivået.»').first()).toBeVisible()
})

test('the pages have no accessibility faults, wide and narrow, light and dark', async ({ browser }) => {
  // Sixteen analyses: two minutes and a half with another story beside it.
  test.setTimeout(300_000)
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  const [{ goal, activity }] = await withWork(browser, { leader, trainee })
  await sendToSign(trainee, leader, activity)
  for (const path of ['/signering', '/signering?fane=signert', '/godkjenning', `/mal/${goal.id}`])
    for (const size of [{ width: 1440, height: 900 }, PHONE])
      for (const colorScheme of ['light', 'dark'] as const) {
        await leader.page.setViewportSize(size)
        await leader.page.emulateMedia({ colorScheme })
        await leader.page.goto(path)
        await expect(leader.page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(leader.page)
      }
  await trainee.page.goto(`/mal/${goal.id}`)
  await expectAccessible(trainee.page)
})
