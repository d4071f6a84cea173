import { expect, type Page } from '@playwright/test'
import { visit } from './visit.ts'

/** Goes to a doctor's page by the leader's overview. */
export async function openDoctor(page: Page, name: string): Promise<void> {
  // Before the page answers, a press would be an ordinary visit and the test would go on too early.
  await visit(page, '/medarbeidere?sorter=navn')
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

const SMALL = Buffer.from('%PDF-1.4\n%%EOF\n')

/** A file, as a person would choose it; a small one unless its size in bytes is given. */
export const aFile = (name: string, size = SMALL.length) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([SMALL, Buffer.alloc(size - SMALL.length)]),
})

/** Attaches a small file on the open page and waits until the page has it. */
export async function attach(page: Page, name: string): Promise<void> {
  // Exactly: during the upload the page has the name within a sentence.
  const files = page.getByText(name, { exact: true })
  const before = await files.count()
  await page.locator('input[type=file]').setInputFiles(aFile(name))
  await expect.poll(() => files.count()).toBeGreaterThan(before)
}
