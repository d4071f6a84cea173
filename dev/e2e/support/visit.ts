import { expect, type Page } from '@playwright/test'

/** Waits until the page answers: what is pressed before is an ordinary visit, and what is typed before is lost. */
export const answers = (page: Page): Promise<void> =>
  expect(page.locator('html[data-answers]')).toBeAttached()

/** Goes to a page and waits until it answers. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await answers(page)
}

/** Goes to a page and waits for the first message on its socket. */
export async function follow(page: Page, path: string): Promise<void> {
  // A page that is left may open its socket at that very moment: it would be taken for the next page's.
  await page.goto('about:blank')
  const heard = new Promise((resolve) =>
    page.once('websocket', (socket) => socket.once('framereceived', resolve)),
  )
  await visit(page, path)
  await heard
}
