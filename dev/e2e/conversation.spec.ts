import { expect, type Page, test } from '@playwright/test'
import {
  agreed,
  heldConversation,
  inDays,
  invite,
  LEADER,
  madeId,
  MENTOR,
  minutes,
  openConversation,
  TRAINEE,
  typeAt,
} from './support/conversation.ts'
import { person } from './support/person.ts'
import { goalsOf, withPlans } from './support/training.ts'
import { follow, visit } from './support/visit.ts'

test('F017 F058 F047 B02 a mentor invites with a topic, it comes into the trainee’s open list, the trainee accepts, both prepare and share it (B32)', async ({
  browser,
}) => {
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)

  await follow(trainee.page, '/veiledning')
  const dialog = await invite(mentor.page)
  await dialog.getByLabel('Med hvem').selectOption({ label: TRAINEE })
  await dialog.getByLabel('Dato').fill(inDays(9))
  await dialog.getByLabel('Klokkeslett').fill('14:00')
  await dialog.getByLabel('Lengde i minutter').fill('90')
  await dialog.getByLabel('Sted eller lenke').fill('Møterom 3')
  await dialog.getByLabel(/^Tema/).fill('Vanskelige samtaler\nLegevakt')
  await dialog.getByRole('button', { name: 'Send invitasjon' }).click()
  const id = await madeId(mentor.page)
  await expect(mentor.page.getByText('Invitert', { exact: true })).toBeVisible()
  await expect(mentor.page.getByText('14.00–15.30')).toBeVisible()
  await expect(mentor.page.getByRole('button', { name: 'Godta tidspunktet' })).toHaveCount(0)

  const toAnswer = trainee.page.getByRole('region', { name: 'Svar på invitasjon' })
  await toAnswer.locator(`a[href="/veiledning/${id}"]`).click()
  await expect(trainee.page.getByRole('heading', { name: 'Referat' })).toBeVisible()
  await expect(trainee.page.getByText('Vanskelige samtaler')).toBeVisible()
  await trainee.page.getByRole('button', { name: 'Godta tidspunktet' }).click()
  for (const { page } of [trainee, mentor])
    await expect(page.getByText('Avtalt', { exact: true })).toBeVisible()

  const preparation = (page: Page) => page.getByRole('textbox', { name: 'Min forberedelse' })
  await preparation(trainee.page).fill('Kileeksisjon: er jeg trygg nok?')
  await preparation(mentor.page).fill('Fem mål å gå gjennom.')
  for (const { page } of [trainee, mentor]) {
    await expect(page.getByText(/Lagret kl\. \d\d\.\d\d/).first()).toBeVisible()
    await expect(page.getByText('Er ikke delt ennå.')).toBeVisible()
  }
  for (const page of [trainee.page, mentor.page]) {
    await page.getByRole('button', { name: 'Del forberedelsen …' }).click()
    const question = page.getByRole('dialog', { name: 'Dele forberedelsen?' })
    await expect(question.getByText('Det kan ikke gjøres om.')).toBeVisible()
    await question.getByRole('button', { name: 'Del', exact: true }).click()
    await expect(page.getByText(/^Delt /).first()).toBeVisible()
  }
  await expect(trainee.page.getByText('Fem mål å gå gjennom.')).toBeVisible()
  await expect(mentor.page.getByText('Kileeksisjon: er jeg trygg nok?')).toBeVisible()
  // What is written afterwards is read as it is written.
  await preparation(trainee.page).fill('Kileeksisjon: er jeg trygg nok? Og fødsler.')
  await expect(mentor.page.getByText('Kileeksisjon: er jeg trygg nok? Og fødsler.')).toBeVisible()
  await expect(preparation(mentor.page)).toHaveValue('Fem mål å gå gjennom.')
})

test('F046 F039 a trainee invites with a goal, the mentor proposes a new time and it is cancelled with a reason', async ({
  browser,
}) => {
  const trainee = await person(browser, TRAINEE)
  const mentor = await person(browser, MENTOR)
  await withPlans(await person(browser, LEADER), trainee)
  const code = (await goalsOf(trainee))[0]?.definition.code ?? ''
  const dialog = await invite(trainee.page)
  await dialog.getByLabel('Dato').fill(inDays(-2))
  await dialog.getByRole('button', { name: 'Send invitasjon' }).click()
  await expect(dialog.getByText('Velg et tidspunkt som ikke er passert')).toBeVisible()
  await dialog.getByLabel('Dato').fill(inDays(12))
  await dialog.getByRole('searchbox', { name: 'Læringsmål samtalen gjelder' }).fill(code)
  await dialog.getByRole('button', { name: code }).first().click()
  await dialog.getByRole('button', { name: 'Send invitasjon' }).click()
  const id = await madeId(trainee.page)
  await expect(trainee.page.getByText(code)).toBeVisible()
  await expect(trainee.page.locator(`a[href^="/mal/"]`).first()).toBeVisible()

  // A list that is open stays open beside the conversation, and follows it.
  const list = await mentor.page.context().newPage()
  await follow(list, '/veiledning')
  const inList = list.getByRole('listitem').filter({ has: list.locator(`a[href="/veiledning/${id}"]`) })
  await expect(inList.getByText('Invitert')).toBeVisible()
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
  await expect(inList.getByText('Avlyst')).toBeVisible()
})

test('F018 F048 F010 two write the minutes at once, at the same place and at different ones, and nothing is lost', async ({
  browser,
}) => {
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

test('F048 F059 F011 B03 a national id is refused, the mentor alone finalises, then it is read-only for good, and the leader reads what was recommended', async ({
  browser,
}) => {
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const leader = await person(browser, LEADER)
  await withPlans(leader, trainee)
  const goal = (await goalsOf(trainee))[0]
  const id = await heldConversation(mentor, trainee, { goalIds: [goal?.id ?? ''] })
  for (const { page } of [mentor, trainee]) await openConversation(page, id)

  await minutes(trainee.page).fill('Pasienten 01010012356 ble drøftet.')
  await expect(trainee.page.getByText('Teksten inneholder et fødselsnummer')).toBeVisible()
  await expect(minutes(mentor.page)).toHaveValue('')
  await minutes(trainee.page).fill('En pasient ble drøftet.')
  await expect(trainee.page.getByText('Teksten inneholder et fødselsnummer')).toHaveCount(0)
  await expect(minutes(mentor.page)).toHaveValue('En pasient ble drøftet.')
  // Texts of this conversation only: the page shows an earlier one's too.
  const words = `Hospitering ${id.slice(-8)}.`
  await agreed(mentor.page).fill(words)

  await expect(trainee.page.getByText('Bare veileder kan ferdigstille.')).toBeVisible()
  await expect(trainee.page.getByRole('button', { name: /Ferdigstill/ })).toHaveCount(0)
  await mentor.page.getByRole('button', { name: 'Anbefaler' }).click()
  await expect(mentor.page.getByText('1 vurdering sendes til målet')).toBeVisible()
  await mentor.page.getByRole('button', { name: 'Ferdigstill samtalen' }).click()
  await expect(mentor.page.getByText('Dette kan ikke gjøres om.')).toBeVisible()
  await mentor.page.getByRole('button', { name: 'Ferdigstill og lås' }).click()
  for (const { page } of [mentor, trainee]) {
    await expect(page.getByText(new RegExp(`Ferdigstilt av ${MENTOR}`))).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await expect(page.getByText('En pasient ble drøftet.')).toBeVisible()
    await expect(page.getByText(words)).toBeVisible()
  }

  // The leader decides on the goal with the mentor's recommendation, without the texts of the conversation.
  await expect(async () => {
    await leader.page.goto(`/mal/${goal?.id}`)
    const recommendations = leader.page.getByRole('region', { name: 'Anbefalinger' })
    await expect(recommendations.getByText(MENTOR)).toBeVisible({ timeout: 3_000 })
    await expect(recommendations.getByText('Anbefaler', { exact: true })).toBeVisible()
  }).toPass({ timeout: 30_000 })
  expect(await leader.page.content()).not.toContain(words)

  // F011 F019 F043: old ones are found and read, by both.
  for (const { page } of [mentor, trainee]) {
    await visit(page, '/veiledning?status=ferdig')
    await page.locator(`a[href="/veiledning/${id}"]`).click()
    await expect(page.getByText(words)).toBeVisible()
  }
})

test('F048 leaving with unsaved text has to be confirmed, and staying saves it', async ({ browser }) => {
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const { page } = trainee
  const id = await heldConversation(mentor, trainee)
  await openConversation(page, id)
  await page.context().setOffline(true)
  await minutes(page).fill('Skrevet uten nett.')
  await page.getByRole('link', { name: 'Hjem' }).first().click()
  await expect(page.getByRole('dialog', { name: 'Teksten er ikke lagret' })).toBeVisible()
  await page.getByRole('button', { name: 'Bli her' }).click()
  await page.context().setOffline(false)
  await expect(page.getByText(/Lagret kl\./).first()).toBeVisible({ timeout: 30_000 })
  await openConversation(mentor.page, id)
  await expect(minutes(mentor.page)).toHaveValue('Skrevet uten nett.')
})

test('F059 words that come after the mentor has finalised are not taken in, and not lost to who wrote them', async ({
  browser,
}) => {
  const mentor = await person(browser, MENTOR)
  const trainee = await person(browser, TRAINEE)
  const id = await heldConversation(mentor, trainee)
  for (const { page } of [mentor, trainee]) await openConversation(page, id)
  const late = `For sent ${id.slice(-8)}.`
  await minutes(mentor.page).fill('Dette ble sagt.')
  await expect(minutes(trainee.page)).toHaveValue('Dette ble sagt.')
  await trainee.page.context().setOffline(true)
  await trainee.page.evaluate(() => dispatchEvent(new Event('offline')))
  await agreed(trainee.page).fill(late)
  await mentor.page.getByRole('button', { name: 'Ferdigstill samtalen' }).click()
  await mentor.page.getByRole('button', { name: 'Ferdigstill og lås' }).click()
  await expect(mentor.page.getByText(new RegExp(`Ferdigstilt av ${MENTOR}`))).toBeVisible()
  await trainee.page.context().setOffline(false)
  await trainee.page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(trainee.page.getByText('Dette kom ikke med.')).toBeVisible({ timeout: 45_000 })
  await expect(trainee.page.getByText(late)).toHaveCount(1)
  await openConversation(mentor.page, id)
  await expect(mentor.page.getByText(late)).toHaveCount(0)
})
