import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import {
  heldConversation,
  inDays,
  invite,
  LEADER,
  madeId,
  MENTOR,
  minutes,
  openConversation,
  TRAINEE,
} from './support/conversation.ts'
import { person, PHONE } from './support/person.ts'
import { visit } from './support/visit.ts'

/** In general practice, which the regulation names hours for. */
const DOCTOR = 'Henrik Tveit'

test('F128 F130 B06 the leader sees date and status and never a word; to a stranger it does not exist', async ({
  browser,
}) => {
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const leader = await person(browser, LEADER)
  const id = await heldConversation(mentor, trainee, { hoursAgo: 30 })
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
  await visit(leader.page, `/lege/${viewer.trainee.id}`)
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
  const id = await madeId(page)
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

  await visit(page, `/veiledning?status=invitert&fra=${inDays(20)}&til=${inDays(48)}`)
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
  const mentor = await person(browser, 'Per Arne Lunde')
  const trainee = await person(browser, DOCTOR)
  const { viewer } = await trainee.ask<{ viewer: { trainee: { id: string } } }>(
    '{ viewer { trainee { id } } }',
  )
  const { page } = mentor
  await visit(page, `/veiledning/timer?lege=${viewer.trainee.id}`)
  const sum = page.getByText(/[\d,]+ av [\d,]+ timer/).first()
  const hours = async () => Number.parseFloat((await sum.innerText()).replace(',', '.'))
  const before = await hours()
  await page.getByRole('button', { name: 'Før annen veiledning' }).click()
  const note = `Observert i praksis ${Date.now()}`
  await page.getByLabel('Timer', { exact: true }).fill('1.5')
  await page.getByLabel(/^Hva gjaldt det/).fill(note)
  await page.getByRole('button', { name: 'Før timene' }).click()
  await expect.poll(hours).toBe(before + 1.5)

  const entry = page.getByRole('listitem').filter({ hasText: note })
  await entry.getByRole('button', { name: /^Rett timene / }).click()
  await entry.getByLabel('Timer', { exact: true }).fill('2')
  await entry.getByRole('button', { name: 'Rett timene', exact: true }).click()
  await expect(entry.getByRole('alert')).toBeVisible()
  await entry.getByLabel('Hvorfor retter du?').fill('Vi holdt på lenger.')
  await expectAccessible(page)
  await entry.getByRole('button', { name: 'Rett timene', exact: true }).click()
  await expect.poll(hours).toBe(before + 2)
  await entry.getByText('Rettet 1 gang').click()
  await expect(entry.getByText('«Vi holdt på lenger.»')).toBeVisible()

  await visit(page, '/veiledning/grupper')
  await page.getByRole('button', { name: 'Opprett gruppe' }).click()
  const name = `Gruppe ${Date.now()}`
  await page.getByLabel('Navn').fill(name)
  await page.getByRole('button', { name: 'Opprett gruppen' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByLabel('Legg til deltaker').selectOption({ label: DOCTOR })
  await page.getByRole('button', { name: 'Legg til', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Deltakere' }).getByText(DOCTOR)).toBeVisible()
  await page.getByRole('button', { name: 'Før et møte' }).click()
  await page.getByLabel('Timer', { exact: true }).fill('3')
  await page.getByLabel('Tema for møtet').fill('Kommunikasjon')
  await page.getByRole('button', { name: 'Lagre møtet' }).click()
  await expect(page.getByText(`Til stede: ${DOCTOR}`)).toBeVisible()
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
      const mentor = await person(browser, MENTOR, viewport)
      const trainee = await person(browser, TRAINEE, viewport)
      const id = await heldConversation(mentor, trainee)
      for (const { page } of [mentor, trainee]) {
        await page.emulateMedia({ colorScheme: size === 'phone' ? 'dark' : 'light' })
        for (const path of ['/veiledning', '/veiledning/timer', '/veiledning/grupper', `/veiledning/${id}`]) {
          await visit(page, path)
          await expectAccessible(page)
        }
      }
      const dialog = await invite(mentor.page)
      await expect(dialog).toBeVisible()
      await dialog.getByLabel('Gjenta samtalen').check()
      await expectAccessible(mentor.page)
    })
})
