import { expect, type Page } from '@playwright/test'
import { visit } from './visit.ts'

export const LOCAL_ADMIN = 'Wenche Torgersrud'
export const REGIONAL_ADMIN = 'Torunn Hellevang'
export const SUPPORT = 'Kjetil Brandvold'
export const DIRECTORATE = 'Elisabeth Furuseth'

/** Finds a person from the list of users, and opens the page. */
export async function openPerson(page: Page, name: string): Promise<void> {
  // Before the page answers, what is typed would be lost.
  await visit(page, '/brukere')
  await page.getByRole('searchbox', { name: 'Søk etter person' }).fill(name)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Finds a goal by words, and opens its activities. */
export async function openGoal(page: Page, words: string, code: string): Promise<void> {
  await visit(page, '/laeringsaktiviteter')
  await page.getByRole('searchbox', { name: 'Søk i læringsmålene' }).fill(words)
  await page.getByRole('listitem').filter({ hasText: code }).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Aktiviteter' })).toBeVisible()
}
