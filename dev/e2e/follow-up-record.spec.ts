import { expect, test } from '@playwright/test'
import { aFile, attach } from './support/follow-up.ts'
import { person } from './support/person.ts'
import { notStarted, withWork } from './support/work.ts'
import { answers, visit } from './support/visit.ts'

const LEADER = 'Marit Elvestad'
const TRAINEE = 'Linnea Haugstad'

test('F069 a leader marks an activity as fulfilled, and the record says who did', async ({ browser }) => {
  const { trainee, activity } = await notStarted(browser, 'SIGNED', ['Silje Bakken Vold', 'Linnea Haugstad'])
  const { page } = await person(browser, LEADER)
  await page.goto(`/aktivitet/${activity.id}`)
  await page.getByText('Marker som innfridd', { exact: true }).first().click()
  await page.getByLabel('Hva innfrielsen bygger på').fill('Vist under tjenesten i fjor.')
  await page.getByRole('button', { name: 'Marker som innfridd' }).click()
  await expect(page.getByText('Aktiviteten er markert som innfridd.')).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: LEADER })).toBeVisible()

  await trainee.page.goto(`/aktivitet/${activity.id}`)
  await expect(trainee.page.getByText('Innfridd', { exact: true })).toBeVisible()
  await expect(trainee.page.getByText('«Vist under tjenesten i fjor.»')).toBeVisible()
})

test('F007 a course is registered with its certificate', async ({ browser }) => {
  const { trainee, activity } = await notStarted(browser, 'COURSE')
  const { page } = trainee
  await visit(page, `/aktivitet/${activity.id}`)
  await page.getByRole('button', { name: 'Registrer', exact: true }).click()
  await expect(page.getByText('Last opp kursbeviset først.')).toBeVisible()

  // One byte too many is reported before anything is sent.
  let sent = 0
  page.on('request', (request) => void (sent += request.url().includes('/files?') ? 1 : 0))
  const tooLarge = aFile('film.pdf', 25 * 1024 * 1024 + 1)
  await page.locator('input[type=file]').setInputFiles(tooLarge)
  await expect(page.getByText('Filen er større enn 25 MB. Velg en mindre.')).toBeVisible()
  expect(sent).toBe(0)

  // The file takes its time on the way: what is pressed meanwhile waits for it.
  await page.route('**/files?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await page.locator('input[type=file]').setInputFiles(aFile('kursbevis.pdf'))
  await page.getByRole('button', { name: 'Registrer', exact: true }).click()
  await expect(page.getByText('Aktiviteten er registrert.')).toBeVisible()
  await expect(page.getByText('kursbevis.pdf', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Ikke kontrollert for virus')).toBeVisible()
  await expect(page.getByText('Innfridd', { exact: true })).toBeVisible()
})

test('F007 a file of 25 MB passes every layer, and one byte more is refused with its code, each time', async ({
  browser,
}) => {
  const { trainee } = await notStarted(browser, 'COURSE')
  const statuses = await trainee.page.evaluate(async () => {
    const small = '%PDF-1.4\n%%EOF\n'
    const send = async (bytes: number) => {
      const body = new Blob([small, new Uint8Array(bytes - small.length)])
      const answer = await fetch('/files?name=film.pdf', { method: 'POST', body })
      const { code } = (await answer.json()) as { code?: string }
      return `${answer.status} ${code ?? 'taken'}`
    }
    const most = 25 * 1024 * 1024
    return [await send(most + 1), await send(most + 1), await send(most), await send(most + 1)]
  })
  const refused = '413 FILE_TOO_LARGE'
  expect(statuses).toEqual([refused, refused, '201 taken', refused])
})

test('F008 an e-learning course is opened by its link and confirmed', async ({ browser }) => {
  const { trainee, activity } = await notStarted(browser, 'E_LEARNING')
  const { page } = trainee
  await visit(page, `/aktivitet/${activity.id}`)
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Start e-læringen' }).click()
  await (await opened).close()
  await page.getByRole('button', { name: 'Bekreft at den er gjennomført' }).click()
  await expect(page.getByText('Aktiviteten er registrert.')).toBeVisible()
  await expect(page.getByText('Innfridd', { exact: true })).toBeVisible()
})

test('F005 an activity of the own kind is registered without a signature', async ({ browser }) => {
  const { trainee, activity } = await notStarted(browser, 'SELF_REGISTERED')
  const { page } = trainee
  await visit(page, `/aktivitet/${activity.id}`)
  await page.getByRole('button', { name: 'Registrer', exact: true }).click()
  await expect(page.getByText('Aktiviteten er registrert.')).toBeVisible()
  await expect(page.getByText('Egenregistrert', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send til signering' })).toHaveCount(0)
})

test('F051 F061 a mentor comments on a goal and documents it; the doctor reads and answers', async ({
  browser,
}) => {
  const mentor = (await person(browser, 'Leif Olav Tangvik')).page
  const trainee = await person(browser, TRAINEE)
  const leader = await person(browser, LEADER)
  const [{ goal }] = await withWork(browser, { leader, trainee })
  const words = `Les veilederen før neste vakt (${Date.now()}).`
  await visit(mentor, `/mal/${goal.id}`)
  await mentor.getByLabel('Skriv en kommentar').fill(words)
  await mentor.getByRole('button', { name: 'Legg til kommentar' }).click()
  await expect(mentor.getByText(words).first()).toBeVisible()
  await attach(mentor, 'observasjon.pdf')

  const { page } = trainee
  await page.goto(`/mal/${goal.id}`)
  await expect(page.getByText(words).first()).toBeVisible()
  await expect(page.getByText('observasjon.pdf').first()).toBeVisible()
  await answers(page)
  await page.getByLabel('Skriv en kommentar').fill('Takk, det gjør jeg.')
  await page.getByRole('button', { name: 'Legg til kommentar' }).click()
  await expect(page.getByText('Takk, det gjør jeg.').first()).toBeVisible()
})
