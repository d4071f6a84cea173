import { expect, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'

test('before the session ends the person can extend it, and keeps the input', async ({ browser }) => {
  const { page } = await person(browser, 'Ingrid Solheim', PHONE)
  // Only the response pretends that the end is near; the session itself is unchanged.
  await page.route('**/okt', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: { secondsLeft: 90 } }) : route.continue(),
  )
  await page.goto('/medarbeidere')
  const question = page.getByRole('dialog', { name: 'Vil du fortsette?' })
  await expect(question.getByText(/Du blir logget ut kl\. \d\d\.\d\d\./)).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Fortsett' }).click()
  await expect(question).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
