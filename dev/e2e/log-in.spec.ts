import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { logIn } from './support/log-in.ts'

const LEADER = 'Ingrid Solheim'

test('a person who logs in comes to the home page and is called by name', async ({ page }) => {
  await logIn(page, LEADER)
  await expect(page).toHaveURL('/')
  await expect(page.getByText(LEADER).first()).toBeVisible()
})

test('a page that needs a login leads to the login page and back', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Hvem vil du logge inn som?' })).toBeVisible()
  await page.getByRole('button', { name: LEADER }).first().click()
  await expect(page).toHaveURL('/')
})

test('the login page has no accessibility faults', async ({ page }) => {
  await page.goto('/logg-inn')
  await expect(page.getByRole('searchbox')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
