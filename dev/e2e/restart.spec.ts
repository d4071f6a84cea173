import { expect, test, type Page } from '@playwright/test'
import { without } from './support/control.ts'
import { person } from './support/person.ts'
import { sendToSign } from './support/training.ts'
import { withWork } from './support/work.ts'

const LEADER = 'Ingrid Solheim'
const TRAINEE = 'Kristoffer Lien'
/** Longer than the gateway keeps a socket without listeners. */
const QUIET_MS = 6_000

const openQueue = async (page: Page) => {
  await page.goto('/signering')
  await expect(page.getByText('Direkte')).toBeVisible()
}

/** New rows are behind a button, so that nothing moves under the hand. */
const expectNew = async (page: Page, { id }: { id: string }) => {
  await page.getByRole('button', { name: `1 ny fra ${TRAINEE}` }).click()
  await expect(page.locator(`[data-row="${id}"]`)).toBeVisible()
}

test('B02 a queue lives on when its subgraph is restarted, and after a restart and a quiet moment', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  const [one, two] = await withWork(browser, { leader, trainee }, 2)
  if (!two) throw new Error('two activities are needed')
  const { page } = leader

  await openQueue(page)
  await without('progress', async () => {
    await expect(page.getByText('Direkte')).toBeVisible()
  })
  await sendToSign(trainee, leader, one.activity)
  await expectNew(page, one.activity)

  // There is no listener while it is away, nor for a while thereafter.
  await page.goto('about:blank')
  await without('progress', async () => undefined)
  await page.waitForTimeout(QUIET_MS)
  await openQueue(page)
  await sendToSign(trainee, leader, two.activity)
  await expectNew(page, two.activity)
})
