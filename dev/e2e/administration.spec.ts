import { expect, test } from '@playwright/test'
import {
  DIRECTORATE,
  LOCAL_ADMIN,
  openGoal,
  openPerson,
  REGIONAL_ADMIN,
  SUPPORT,
} from './support/administration.ts'
import { expectAccessible } from './support/axe.ts'
import { sentToApprove } from './support/goal.ts'
import { person } from './support/person.ts'
import { answerSlowly } from './support/slowly.ts'
import { withWork } from './support/work.ts'
import { visit } from './support/visit.ts'

test('F026 a local administrator gives a role in the own enterprise, takes it back and undoes that', async ({
  browser,
}) => {
  const { page } = await person(browser, LOCAL_ADMIN)
  await expect(page.getByText('Lokal systemforvalter, Nordvåg kommune')).toBeVisible()
  await openPerson(page, 'Sigrid Lauvås')
  await expect(page.getByText('Ingen roller i forvaltningen')).toBeVisible()

  await page.getByRole('button', { name: 'Gi rolle …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Gi Sigrid Lauvås en rolle' })
  // The graph offers what this administrator may give, and nothing else.
  await expect(dialog.getByRole('radio')).toHaveCount(1)
  await expect(dialog.getByRole('combobox').getByRole('option')).toHaveText(['Nordvåg kommune'])
  await dialog.getByRole('button', { name: 'Gi rollen' }).click()
  await expect(
    page.getByText('Sigrid Lauvås har fått rollen «Lokal systemforvalter, Nordvåg kommune».'),
  ).toBeVisible()

  const role = page.getByRole('listitem').filter({ hasText: 'Lokal systemforvalter' })
  await role.getByRole('button', { name: 'Ta tilbake' }).click()
  await expect(page.getByText('Rollen «Lokal systemforvalter» er tatt tilbake.')).toBeVisible()
  await expect(page.getByText('Ingen roller i forvaltningen')).toBeVisible()
  await page.getByRole('button', { name: 'Angre' }).click()
  await expect(role).toBeVisible()
  await role.getByRole('button', { name: 'Ta tilbake' }).click()
  await expect(page.getByText('Ingen roller i forvaltningen')).toBeVisible()

  // One's own role cannot be restored, so giving it up has to be confirmed.
  await page.getByRole('button', { name: LOCAL_ADMIN }).click()
  await page.getByRole('link', { name: 'Roller og stedfortredere' }).click()
  await page.getByRole('button', { name: 'Ta tilbake' }).click()
  const question = page.getByRole('dialog', { name: 'Gi fra deg rollen?' })
  await question.getByRole('button', { name: 'Avbryt' }).click()
  await expect(page.getByRole('button', { name: 'Ta tilbake' })).toBeVisible()
})

test('F026 a regional administrator gives roles in the region and finds nobody outside it', async ({
  browser,
}) => {
  const { page } = await person(browser, REGIONAL_ADMIN)
  await openPerson(page, 'Hanne Kvitnes')
  await page.getByRole('button', { name: 'Gi rolle …' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox').getByRole('option')).toHaveText([
    'Fjordglimt universitetssykehus',
    'Havgløtt sykehus',
  ])
  await dialog.getByRole('radio', { name: 'Regional systemansvarlig' }).check()
  await expect(dialog.getByRole('combobox').getByRole('option')).toHaveText(['Helse Vest'])
  await dialog.getByRole('button', { name: 'Avbryt' }).click()

  await page.goto('/brukere?sok=Ingrid+Solheim')
  await expect(page.getByText('Ingen passer til «Ingrid Solheim»')).toBeVisible()
})

test('F012 an administrator appoints a deputy for a leader, and ends it', async ({ browser }) => {
  const { page } = await person(browser, REGIONAL_ADMIN)
  await openPerson(page, 'Hanne Kvitnes')
  await page.getByRole('button', { name: 'Oppnevn stedfortreder …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').fill('Camilla Dahlmo')
  await dialog.getByRole('radio', { name: 'Camilla Dahlmo' }).check()
  await dialog.getByRole('button', { name: 'Oppnevn' }).click()
  await expect(dialog.getByText('Velg siste dag.')).toBeVisible()
  await dialog.getByLabel('Til dato').fill('2030-12-31')
  await dialog.getByRole('button', { name: 'Oppnevn' }).click()
  await expect(page.getByText('Camilla Dahlmo er stedfortreder for Hanne Kvitnes.')).toBeVisible()
  await page.getByRole('button', { name: 'Avslutt Camilla Dahlmo som stedfortreder' }).click()
  await expect(page.getByText('Camilla Dahlmo er ikke stedfortreder lenger.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Camilla Dahlmo' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Angre' }).click()
  await expect(page.getByText('Camilla Dahlmo er stedfortreder igjen.')).toBeVisible()
  await page.getByRole('button', { name: 'Avslutt Camilla Dahlmo som stedfortreder' }).click()
  await expect(page.getByRole('link', { name: 'Camilla Dahlmo' })).toHaveCount(0)
})

test('F027 the organisation is a tree from nation to unit, walked by the keyboard alone', async ({
  browser,
}) => {
  const { page } = await person(browser, LOCAL_ADMIN)
  await visit(page, '/organisasjon')
  await page.getByRole('button', { name: /^Norge/ }).focus()
  await page.keyboard.press('ArrowDown')
  const municipal = page.getByRole('button', { name: /^Kommunal del/ })
  await expect(municipal).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(municipal).toHaveAttribute('aria-expanded', 'true')
  const enterprise = page.getByRole('button', { name: /^Nordvåg kommune/ })
  await enterprise.focus()
  await page.keyboard.press('ArrowRight')
  const unit = page.getByRole('listitem').filter({ hasText: 'Nordvåg legesenter' }).last()
  await expect(unit.getByText('Leder: Ingrid Solheim')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(unit).toHaveCount(0)
  await page.keyboard.press('ArrowLeft')
  await expect(municipal).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(enterprise).toHaveCount(0)
})

test('F027 a place says who answers for it, and leads to the people of an own unit', async ({ browser }) => {
  const { page } = await person(browser, LOCAL_ADMIN)
  await visit(page, '/organisasjon')
  await expect(page.getByText('Regional systemansvarlig: Mona Skredderud')).toBeVisible()
  await page.getByRole('button', { name: /^Kommunal del/ }).click()
  await expect(page.getByText('Lokal systemforvalter: Rolf Bakkejord')).toBeVisible()
  await page.getByRole('button', { name: /^Nordvåg kommune/ }).click()
  const unit = page.getByRole('listitem').filter({ hasText: 'Nordvåg legesenter' }).last()
  await unit.getByRole('link', { name: /person/ }).click()
  await expect(page.getByRole('heading', { name: 'Nordvåg legesenter, Nordvåg kommune' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Berit Aasen' })).toBeVisible()
})

test('F026 F124 an activity is added to a goal, edited with its label kept, and taken out of use', async ({
  browser,
}) => {
  const { page } = await person(browser, REGIONAL_ADMIN)
  await openGoal(page, 'ALM-044', 'ALM-044')
  // An edit makes a successor: what is done next is done to that, however late the list is read.
  await answerSlowly(page, 'GoalDefinition')
  await expect(page.getByText('Portalens forslag').first()).toBeVisible()
  await page.getByRole('button', { name: 'Legg til aktivitet …' }).click()
  const add = page.getByRole('dialog', { name: 'Ny aktivitet for ALM-044' })
  await add.getByRole('button', { name: 'Legg til' }).click()
  await expect(add.getByText('Skriv en tittel, høyst 200 tegn.')).toBeVisible()
  await add.getByLabel('Tittel').fill('Øvelse i simulatoren')
  await add.getByLabel('Type').selectOption('Repeterende aktivitet')
  await add.getByRole('button', { name: 'Legg til' }).click()
  await expect(add.getByText('Skriv hvor mange måneder aktiviteten gjelder.')).toBeVisible()
  await add.getByLabel('Gjelder i antall måneder').fill('24')
  await add.getByRole('button', { name: 'Legg til' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Øvelse i simulatoren' })
  await expect(row.getByText('gjelder i 24 måneder')).toBeVisible()
  await expect(row.getByText('Virksomhetens egen')).toBeVisible()

  await row.getByRole('button', { name: 'Rediger' }).click()
  const edit = page.getByRole('dialog', { name: 'Rediger aktiviteten' })
  await edit.getByLabel('Tittel').fill('Øvelse i simulatoren, to ganger')
  await edit.getByRole('button', { name: 'Lagre' }).click()
  await expect(page.getByText('«Øvelse i simulatoren, to ganger» er endret.')).toBeVisible()
  await expect(row.getByText('Virksomhetens egen')).toBeVisible()

  await row.getByRole('button', { name: 'Ta ut av bruk' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ta ut av bruk' }).click()
  await expect(page.getByText('«Øvelse i simulatoren, to ganger» er tatt ut av bruk.')).toBeVisible()
  await expect(row).toHaveCount(0)
})

test('F026 an edit of an activity that another changed first is refused, with its current state', async ({
  browser,
}) => {
  const first = await person(browser, DIRECTORATE)
  const second = await person(browser, DIRECTORATE)
  for (const { page } of [first, second]) await openGoal(page, 'ALM-045', 'ALM-045')
  const title = (await first.page.locator('li h3').first().innerText()).trim()
  for (const { page } of [first, second]) await page.getByRole('button', { name: `Rediger ${title}` }).click()
  const save = async (page: typeof first.page, to: string) => {
    await page.getByRole('dialog').getByLabel('Tittel').fill(to)
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click()
  }
  await save(first.page, `${title} (ny)`)
  await expect(first.page.getByText(`«${title} (ny)» er endret.`)).toBeVisible()
  await save(second.page, `${title} (senere)`)
  await expect(second.page.getByRole('dialog').getByText('Noen andre endret dette')).toBeVisible()
  await second.page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click()
  await expect(second.page.getByRole('heading', { name: `${title} (ny)` })).toBeVisible()
})

test('F026 a local administrator reads the activities and the tracks, but is offered no change', async ({
  browser,
}) => {
  const { page } = await person(browser, LOCAL_ADMIN)
  await openGoal(page, 'ALM-046', 'ALM-046')
  await expect(page.getByText('Aktivitetene endres av Helsedirektoratet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rediger' })).toHaveCount(0)
  await page.goto('/spor')
  await expect(page.getByRole('heading', { name: 'Allmennmedisin' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Endre planer' })).toHaveCount(0)
})

test('F102 the plans of a track are changed and put back', async ({ browser }) => {
  const { page } = await person(browser, DIRECTORATE)
  const extra = 'Samfunnsmedisin (SAM)'
  await visit(page, '/spor')
  await page.getByRole('searchbox', { name: 'Søk etter spor eller plan' }).fill('arbeidsmedisin')
  const row = page.getByRole('listitem').filter({ hasText: 'Arbeidsmedisin' }).first()
  await row.getByRole('button', { name: 'Endre planer' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox', { name: 'Søk etter plan å legge til' }).fill('samfunns')
  await dialog.getByRole('button', { name: `Legg til ${extra}` }).click()
  await dialog.getByRole('button', { name: 'Lagre' }).click()
  await expect(row.getByText(extra)).toBeVisible()
  await row.getByRole('button', { name: 'Endre planer' }).click()
  await dialog.getByRole('button', { name: `Ta bort: ${extra}` }).click()
  await dialog.getByRole('button', { name: 'Lagre' }).click()
  await expect(row.getByText(extra)).toHaveCount(0)
})

test('F108 support deletes a begun plan: reason, the name typed, a notice of the log', async ({
  browser,
}) => {
  const leader = await person(browser, 'Ingrid Solheim')
  const trainee = await person(browser, 'Henrik Tveit')
  await withWork(browser, { leader, trainee })
  await sentToApprove(trainee, leader)

  const { page } = await person(browser, SUPPORT)
  await openPerson(page, trainee.name)
  await page.getByRole('link', { name: 'Planer, leder og veileder' }).click()
  const begun = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Slett påbegynt plan …' }) })
    .first()
  const title = (await begun.getByRole('heading').innerText()).trim()
  await begun.getByRole('button', { name: 'Slett påbegynt plan …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Slett en påbegynt plan' })
  await expect(dialog.getByText('Slettingen loggføres med navnet ditt')).toBeVisible()
  await dialog.getByRole('button', { name: 'Slett planen for godt' }).click()
  await expect(dialog.getByText('Skriv hvorfor.')).toBeVisible()
  await expect(dialog.getByText('Skriv navnet på planen slik det står over.')).toBeVisible()
  await dialog.getByLabel('Begrunnelse').fill('Feil spor ble tildelt. Lederen har bedt om sletting.')
  await dialog.getByLabel('Skriv navnet på planen for å bekrefte').fill(title)
  await dialog.getByRole('button', { name: 'Slett planen for godt' }).click()
  await expect(page.getByText(`«${title}» er slettet. Slettingen er loggført.`)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: title })).toHaveCount(0)
})

test('F108 an administrator sees the plans but may not delete a begun one', async ({ browser }) => {
  const { page } = await person(browser, LOCAL_ADMIN)
  await openPerson(page, 'Oda Skaar')
  await page.getByRole('link', { name: 'Planer, leder og veileder' }).click()
  await expect(page.getByRole('heading', { name: 'Planer' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Slett påbegynt plan …' })).toHaveCount(0)
})

test('B17 an unknown address has a page inside the portal, with its menu and the way home', async ({
  browser,
}) => {
  const { page } = await person(browser, LOCAL_ADMIN)
  for (const path of ['/finnes-ikke', '/brukere/01980000-0010-7000-8000-0000000fffff']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'Fant ikke det du ser etter' })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Hovedmeny', exact: true })).toBeVisible()
    await expectAccessible(page)
  }
  await page.getByRole('link', { name: 'Til forsiden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hjem' })).toBeVisible()
})
