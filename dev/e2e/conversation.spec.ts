import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import {
  agreed,
  heldConversation,
  inDays,
  minutes,
  openConversation,
  typeAt,
} from './support/conversation.ts'
import { person, PHONE } from './support/person.ts'

const MENTOR = 'Leif Olav Tangvik'
const TRAINEE = 'Silje Bakken Vold'
const LEADER = 'Marit Elvestad'

const invite = async (page: Page) => {
  await page.goto('/veiledning')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Inviter til samtale' }).click()
  return page.getByRole('dialog')
}
const idOf = async (page: Page): Promise<string> => {
  await page.waitForURL(/\/veiledning\/[0-9a-f-]{36}$/)
  await page.waitForLoadState('networkidle')
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

test('F017 F058 F047 a mentor invites with a topic, the trainee accepts, both prepare', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)

  const dialog = await invite(mentor.page)
  await dialog.getByLabel('Med hvem').selectOption({ label: TRAINEE })
  await dialog.getByLabel('Dato').fill(inDays(9))
  await dialog.getByLabel('Klokkeslett').fill('14:00')
  await dialog.getByLabel('Lengde i minutter').fill('90')
  await dialog.getByLabel('Sted eller lenke').fill('Møterom 3')
  await dialog.getByLabel(/^Tema/).fill('Vanskelige samtaler\nLegevakt')
  await dialog.getByRole('button', { name: 'Send invitasjon' }).click()
  const id = await idOf(mentor.page)
  await expect(mentor.page.getByText('Invitert', { exact: true })).toBeVisible()
  await expect(mentor.page.getByText('14.00–15.30')).toBeVisible()
  await expect(mentor.page.getByRole('button', { name: 'Godta tidspunktet' })).toHaveCount(0)

  await trainee.page.goto('/veiledning')
  await trainee.page.waitForLoadState('networkidle')
  await expect(trainee.page.getByRole('heading', { name: 'Svar på invitasjon' })).toBeVisible()
  await openConversation(trainee.page, id)
  await expect(trainee.page.getByText('Vanskelige samtaler')).toBeVisible()
  await trainee.page.getByRole('button', { name: 'Godta tidspunktet' }).click()
  for (const { page } of [trainee, mentor])
    await expect(page.getByText('Avtalt', { exact: true })).toBeVisible()

  const preparation = (page: Page) => page.getByRole('textbox', { name: 'Min forberedelse' })
  await preparation(trainee.page).fill('Kileeksisjon: er jeg trygg nok?')
  await preparation(mentor.page).fill('Fem mål å gå gjennom.')
  await expect(trainee.page.getByText('Fem mål å gå gjennom.')).toBeVisible()
  await expect(mentor.page.getByText('Kileeksisjon: er jeg trygg nok?')).toBeVisible()
  await expect(trainee.page.getByText(/Lagret kl\. \d\d\.\d\d/).first()).toBeVisible()
  await expect(preparation(mentor.page)).toHaveValue('Fem mål å gå gjennom.')
})

test('F046 F039 a trainee invites with a goal, the mentor proposes a new time and it is cancelled with a reason', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const trainee = await person(browser, TRAINEE)
  const mentor = await person(browser, MENTOR)
  const dialog = await invite(trainee.page)
  await dialog.getByLabel('Dato').fill(inDays(-2))
  await dialog.getByRole('button', { name: 'Send invitasjon' }).click()
  await expect(dialog.getByText('Velg et tidspunkt som ikke er passert')).toBeVisible()
  await dialog.getByLabel('Dato').fill(inDays(12))
  await dialog.getByRole('searchbox', { name: 'Læringsmål samtalen gjelder' }).fill('ALM-0')
  const goal = dialog.locator('.found button').first()
  const code = (await goal.locator('.code').innerText()).trim()
  await goal.click()
  await dialog.getByRole('button', { name: 'Send invitasjon' }).click()
  const id = await idOf(trainee.page)
  await expect(trainee.page.getByText(code)).toBeVisible()
  await expect(trainee.page.locator(`a[href^="/mal/"]`).first()).toBeVisible()

  await openConversation(mentor.page, id)
  await mentor.page.getByRole('button', { name: 'Foreslå ny tid' }).click()
  const moving = mentor.page.getByRole('dialog')
  await moving.getByLabel('Dato').fill(inDays(13))
  await moving.getByRole('button', { name: 'Send ny tid' }).click()
  await expect(trainee.page.getByRole('button', { name: 'Godta tidspunktet' })).toBeVisible()

  await trainee.page.getByRole('button', { name: 'Avlys samtalen' }).click()
  const cancelling = trainee.page.getByRole('dialog')
  await cancelling.getByRole('button', { name: 'Avlys samtalen' }).click()
  await expect(cancelling.getByText('Skriv en begrunnelse.')).toBeVisible()
  await cancelling.getByLabel('Hvorfor avlyser du?').fill('Vakten ble flyttet.')
  await cancelling.getByRole('button', { name: 'Avlys samtalen' }).click()
  for (const { page } of [trainee, mentor]) {
    await expect(page.getByText('Avlyst', { exact: true })).toBeVisible()
    await expect(page.getByText('Vakten ble flyttet.').first()).toBeVisible()
  }
})

test('F018 F048 F010 two write the minutes at once, at the same place and at different ones, and nothing is lost', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const id = await heldConversation(mentor, trainee)
  for (const { page } of [mentor, trainee]) await openConversation(page, id)

  // At different places: one at the start, the other at the end.
  await typeAt(mentor.page, 'end', 'Felles midte. ')
  await expect(minutes(trainee.page)).toHaveValue('Felles midte. ')
  await Promise.all([
    typeAt(mentor.page, 'start', 'Veileder skriver først. '),
    typeAt(trainee.page, 'end', 'Legen skriver sist. '),
  ])
  const both = 'Veileder skriver først. Felles midte. Legen skriver sist. '
  for (const { page } of [mentor, trainee]) await expect(minutes(page)).toHaveValue(both)
  await expect(trainee.page.getByText('Leif skriver her nå')).toBeVisible()

  // At the same place: each one's words are there, whole or woven, and both read alike.
  await Promise.all([typeAt(mentor.page, 'end', 'AAAAAAAA'), typeAt(trainee.page, 'end', 'BBBBBBBB')])
  const settled = async () => {
    const [one, other] = [await minutes(mentor.page).inputValue(), await minutes(trainee.page).inputValue()]
    const count = (letter: string) => one.split(letter).length - 1
    return one === other && one.startsWith(both) && count('A') === 8 && count('B') === 8
  }
  await expect.poll(settled).toBe(true)

  // One goes offline and writes on; the other writes meanwhile; then both have all of it.
  await trainee.page.context().setOffline(true)
  await trainee.page.evaluate(() => dispatchEvent(new Event('offline')))
  await typeAt(trainee.page, 'end', ' Uten nett.')
  await typeAt(mentor.page, 'start', 'Med nett. ')
  await expect(trainee.page.getByText(/Ikke lagret ennå/).first()).toBeVisible()
  await trainee.page.context().setOffline(false)
  await trainee.page.evaluate(() => dispatchEvent(new Event('online')))
  for (const { page } of [mentor, trainee]) {
    await expect(minutes(page)).toHaveValue(/^Med nett\. /, { timeout: 45_000 })
    await expect(minutes(page)).toHaveValue(/ Uten nett\.$/, { timeout: 45_000 })
  }
  const last = await minutes(mentor.page).inputValue()
  await expect(minutes(trainee.page)).toHaveValue(last)
  // And it is what the server has.
  await expect(trainee.page.getByText(/Lagret kl\./).first()).toBeVisible()
  await openConversation(mentor.page, id)
  await expect(minutes(mentor.page)).toHaveValue(last)
})

test('F048 F059 F011 a national id is refused, the mentor alone finalises, then it is read-only for good', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const id = await heldConversation(mentor, trainee)
  for (const { page } of [mentor, trainee]) await openConversation(page, id)

  await minutes(trainee.page).fill('Pasienten 01010012356 ble drøftet.')
  await expect(trainee.page.getByText('Teksten inneholder et fødselsnummer')).toBeVisible()
  await expect(minutes(mentor.page)).toHaveValue('')
  await minutes(trainee.page).fill('En pasient ble drøftet.')
  await expect(trainee.page.getByText('Teksten inneholder et fødselsnummer')).toHaveCount(0)
  await expect(minutes(mentor.page)).toHaveValue('En pasient ble drøftet.')
  await agreed(mentor.page).fill('Hospitering i desember.')

  await expect(trainee.page.getByText('Bare veileder kan ferdigstille.')).toBeVisible()
  await expect(trainee.page.getByRole('button', { name: /Ferdigstill/ })).toHaveCount(0)
  await mentor.page.getByRole('button', { name: 'Ferdigstill samtalen' }).click()
  await expect(mentor.page.getByText('Dette kan ikke gjøres om.')).toBeVisible()
  await mentor.page.getByRole('button', { name: 'Ferdigstill og lås' }).click()
  for (const { page } of [mentor, trainee]) {
    await expect(page.getByText(new RegExp(`Ferdigstilt av ${MENTOR}`))).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await expect(page.getByText('En pasient ble drøftet.')).toBeVisible()
    await expect(page.getByText('Hospitering i desember.')).toBeVisible()
  }

  // F011 F019 F043: old ones are found and read, by both.
  for (const { page } of [mentor, trainee]) {
    await page.goto('/veiledning?status=ferdig')
    await page.waitForLoadState('networkidle')
    await page.locator(`a[href="/veiledning/${id}"]`).click()
    await expect(page.getByText('Hospitering i desember.')).toBeVisible()
  }
})

test('F128 F130 B06 the leader sees date and status and never a word; to a stranger it does not exist', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const leader = await person(browser, LEADER)
  const id = await heldConversation(mentor, trainee, 30)
  await openConversation(mentor.page, id)
  const secret = 'Hemmelig-ord-i-referatet'
  await minutes(mentor.page).fill(secret)
  await expect(mentor.page.getByText(/Lagret kl\./).first()).toBeVisible()
  await mentor.page.goto('/')

  const answers: string[] = []
  leader.page.on('response', (response) => {
    if (response.url().endsWith('/graphql'))
      void response.text().then(
        (text) => answers.push(text),
        () => '',
      )
  })
  const { viewer } = await trainee.ask<{ viewer: { trainee: { id: string } } }>(
    '{ viewer { trainee { id } } }',
  )
  await leader.page.goto(`/lege/${viewer.trainee.id}`)
  await leader.page.waitForLoadState('networkidle')
  const table = leader.page.getByRole('region', { name: 'Veiledningssamtaler' })
  await expect(table.getByRole('row').nth(1)).toContainText(MENTOR)
  await expect(table.getByText('Avtalt').first()).toBeVisible()
  await expect(table.getByRole('link', { name: /kl\./ })).toHaveCount(0)
  expect((await leader.page.content()).includes(secret)).toBe(false)
  expect(answers.filter((text) => text.includes(secret))).toEqual([])
  for (const path of [`/veiledning/${id}`, `/veiledning/${id}/kalender.ics`])
    expect((await leader.page.goto(path))?.status()).toBe(404)
  await expect(leader.page.getByText(secret)).toHaveCount(0)
})

test('F017 a series is made in one go, and its calendar file says when and where and nothing more', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const mentor = await person(browser, MENTOR)
  const { page } = mentor
  const dialog = await invite(page)
  await dialog.getByLabel('Med hvem').selectOption({ label: TRAINEE })
  await dialog.getByLabel('Dato').fill(inDays(20))
  await dialog.getByLabel('Klokkeslett').fill('08:15')
  await dialog.getByLabel('Sted eller lenke').fill('Rom 1; kjeller, øst')
  await dialog.getByLabel(/^Tema/).fill('Tema-som-ikke-skal-ut')
  await dialog.getByLabel('Gjenta samtalen').check()
  await dialog.getByLabel('Uker mellom hver').fill('2')
  await dialog.getByLabel('Antall samtaler').fill('3')
  await dialog.getByRole('button', { name: 'Send invitasjon' }).click()
  const id = await idOf(page)
  await expect(page.getByText('Serie, hver 2. uke').first()).toBeVisible()

  const file = await page.evaluate(async (path) => {
    const response = await fetch(path)
    return { type: response.headers.get('content-type'), text: await response.text() }
  }, `/veiledning/${id}/kalender.ics`)
  expect(file.type).toContain('text/calendar')
  const unfolded = file.text.replaceAll('\r\n ', '')
  expect(unfolded).toContain(`UID:${id}`)
  expect(unfolded).toContain('SEQUENCE:')
  expect(unfolded).toContain('STATUS:TENTATIVE')
  expect(unfolded).toContain('DTSTART;TZID=Europe/Oslo:')
  expect(unfolded).toContain('T081500')
  expect(unfolded).toContain('LOCATION:Rom 1\\; kjeller\\, øst')
  expect(unfolded).not.toContain('Tema-som-ikke-skal-ut')

  await page.goto(`/veiledning?status=invitert&fra=${inDays(20)}&til=${inDays(48)}`)
  await page.waitForLoadState('networkidle')
  expect(await page.getByText('Serie, hver 2. uke').count()).toBeGreaterThanOrEqual(3)

  // The rest of the series goes with the first, so that other stories find an empty calendar.
  await openConversation(page, id)
  await page.getByRole('button', { name: 'Avlys samtalen' }).click()
  await page.getByRole('dialog').getByLabel('Hvorfor avlyser du?').fill('Ferie.')
  await page.getByRole('dialog').getByLabel('Avlys også resten av serien').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Avlys samtalen' }).click()
  await expect(page.getByText('Avlyst', { exact: true })).toBeVisible()
})

test('B06 hours: other guidance is counted, a group meeting gives its hours to who was there', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const { viewer } = await trainee.ask<{ viewer: { trainee: { id: string } } }>(
    '{ viewer { trainee { id } } }',
  )
  const { page } = mentor
  await page.goto(`/veiledning/timer?lege=${viewer.trainee.id}`)
  await page.waitForLoadState('networkidle')
  const sum = page.getByText(/[\d,]+ av [\d,]+ timer/).first()
  const hours = async () => Number.parseFloat((await sum.innerText()).replace(',', '.'))
  const before = await hours()
  await page.getByRole('button', { name: 'Før annen veiledning' }).click()
  await page.getByLabel('Timer', { exact: true }).fill('1.5')
  await page.getByRole('button', { name: 'Før timene' }).click()
  await expect.poll(hours).toBe(before + 1.5)

  await page.goto('/veiledning/grupper')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Opprett gruppe' }).click()
  const name = `Gruppe ${Date.now()}`
  await page.getByLabel('Navn').fill(name)
  await page.getByRole('button', { name: 'Opprett gruppen' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByLabel('Legg til deltaker').selectOption({ label: TRAINEE })
  await page.getByRole('button', { name: 'Legg til', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Deltakere' }).getByText(TRAINEE)).toBeVisible()
  await page.getByRole('button', { name: 'Før et møte' }).click()
  await page.getByLabel('Timer', { exact: true }).fill('3')
  await page.getByLabel('Tema for møtet').fill('Kommunikasjon')
  await page.getByRole('button', { name: 'Lagre møtet' }).click()
  await expect(page.getByText(`Til stede: ${TRAINEE}`)).toBeVisible()
  await expectAccessible(page)

  await trainee.page.goto('/veiledning/grupper')
  await expect(
    trainee.page.getByRole('listitem').filter({ hasText: name }).getByText('3 av 120 timer'),
  ).toBeVisible()
})

test.describe('B01 accessible, and no wider than the screen', () => {
  for (const [size, viewport] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', PHONE],
  ] as const)
    test(`on ${size}`, async ({ browser }) => {
      test.setTimeout(120_000)
      const mentor = await person(browser, MENTOR, viewport)
      const trainee = await person(browser, TRAINEE, viewport)
      const id = await heldConversation(mentor, trainee)
      for (const { page } of [mentor, trainee]) {
        await page.emulateMedia({ colorScheme: size === 'phone' ? 'dark' : 'light' })
        for (const path of ['/veiledning', '/veiledning/timer', '/veiledning/grupper', `/veiledning/${id}`]) {
          await page.goto(path)
          await page.waitForLoadState('networkidle')
          await expectAccessible(page)
        }
      }
      const dialog = await invite(mentor.page)
      await expect(dialog).toBeVisible()
      await dialog.getByLabel('Gjenta samtalen').check()
      await expectAccessible(mentor.page)
    })
})
