import { type Browser, expect, type Page } from '@playwright/test'
import { type Person, person } from './person.ts'
import { withoutPlans } from './plans.ts'
import { type Activity, goalsOf, withPlans } from './training.ts'

/** Goes to a doctor's page by the leader's overview. */
export async function openDoctor(page: Page, name: string): Promise<void> {
  await page.goto('/medarbeidere?sorter=navn')
  // Before the page answers, a press would be an ordinary visit and the test would go on too early.
  await page.waitForLoadState('networkidle')
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** The overview has a row for the doctor: name, and goals approved in percent of how many. */
export async function expectOverview(page: Page, name: string): Promise<void> {
  for (const column of ['Navn', 'Læringsmål godkjent'])
    await expect(page.getByRole('columnheader', { name: column })).toBeVisible()
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
  await expect(row.getByText(/^\d+\s%\s·\s\d+ av \d+$/).first()).toBeVisible()
}

/** In the open dialog: finds a person by name, chooses the person and registers. */
export async function findPerson(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox', { name: 'Søk etter person' }).fill(name)
  await dialog.getByRole('radio', { name }).check()
  await dialog.getByRole('button', { name: 'Registrer', exact: true }).click()
}

/** The leader of Elvebyen, and doctors there with courses left to take, whom no other story is about. */
const LEADER = 'Marit Elvestad'
const DOCTORS = ['Linnea Haugstad', 'Mats Rognli']

type Work = { trainee: Person; activity: Activity }

async function untouchedOf(trainee: Person, kind: string): Promise<Activity | undefined> {
  const all = (await goalsOf(trainee)).flatMap((goal) => goal.activities.edges.map(({ node }) => node))
  return all.find((one) => one.status === 'NOT_STARTED' && one.definition.kind === kind)
}

/**
 * A doctor at a window, and an activity of the kind on which that doctor has done nothing. When all of them have
 * done all there is, the last one begins anew.
 */
export async function notStarted(
  browser: Browser,
  kind: string,
  names: readonly string[] = DOCTORS,
): Promise<Work> {
  let trainee: Person | undefined
  for (const name of names) {
    await trainee?.page.context().close()
    trainee = await person(browser, name)
    const activity = await untouchedOf(trainee, kind)
    if (activity) return { trainee, activity }
  }
  if (!trainee) throw new Error('no doctor is named')
  const leader = await person(browser, LEADER)
  await withoutPlans(browser, leader, trainee)
  await withPlans(leader, trainee)
  await leader.page.context().close()
  const activity = await untouchedOf(trainee, kind)
  if (!activity) throw new Error(`the plans of ${trainee.name} have no activity of the kind ${kind}`)
  return { trainee, activity }
}

/** A small file, as a person would choose it. */
export const aFile = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
})

/** Attaches a small file on the open page and waits until the page has it. */
export async function attach(page: Page, name: string): Promise<void> {
  // Exactly: while it is sent, the page says its name in a sentence.
  const files = page.getByText(name, { exact: true })
  const before = await files.count()
  await page.locator('input[type=file]').setInputFiles(aFile(name))
  await expect.poll(() => files.count()).toBeGreaterThan(before)
}
