import type { Page } from '@playwright/test'

const LATE_MS = 2_000

/** From now on this query is answered late, so that a page stands for a while beside what a command has changed. */
export const answerSlowly = (page: Page, operationName: string): Promise<unknown> =>
  page.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON() as { operationName?: string } | null
    if (asked?.operationName === operationName) await new Promise((then) => setTimeout(then, LATE_MS))
    await route.continue()
  })
