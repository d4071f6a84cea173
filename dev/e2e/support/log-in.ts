import type { Page } from '@playwright/test'

/** Logs in as a synthetic person, by the way every user goes: the portal, the identity provider, and back. */
export async function logIn(page: Page, displayName: string): Promise<void> {
  await page.goto('/logg-inn')
  await page.getByRole('searchbox').fill(displayName)
  await page.getByRole('button', { name: displayName }).first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/interaction'))
}
