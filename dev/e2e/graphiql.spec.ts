import { expect, test, type Page } from '@playwright/test'
import { person } from './support/person.ts'
import { stage } from './support/stage.ts'
import { sendToSign } from './support/training.ts'
import { withWork } from './support/work.ts'

const LEADER = 'Ingrid Solheim'
const LISTEN = 'subscription { signingQueueChanged { entry { activity { trainee { displayName } } } } }'

/** Replaces the text of an editor, as pasting does. */
async function write(page: Page, editor: string, text: string) {
  await page.locator(`${editor} .view-lines`).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text)
}

/** Where the page's next subscription went. Frames are listened to at once: the first may follow the socket directly. */
const subscribedAt = (page: Page) =>
  new Promise<string>((resolve) => {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('"subscribe"')) resolve(socket.url())
      })
    })
  })

test('operations are tried in GraphiQL, which loads nothing from elsewhere', async ({ browser }) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, 'Thea Marie Sandvik')
  const [work] = await withWork(browser, { leader, trainee })

  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage()
  const foreign: string[] = []
  const faults: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (
      !url.startsWith('data:') &&
      !url.startsWith('blob:') &&
      new URL(url).host !== new URL(stage.graph).host
    )
      foreign.push(url)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text())
  })
  await page.goto(stage.graph)

  await page.getByRole('button', { name: 'Headers' }).click()
  const headers = JSON.stringify({ Authorization: `Bearer ${stage.token}` })
  await write(page, '.graphiql-editor-tool .graphiql-editor:not(.hidden)', headers)
  await write(page, '.graphiql-query-editor', '{ viewer { profile { person { displayName } } } }')
  await page.keyboard.press('Control+Enter')
  const answer = page.locator('.result-window')
  await expect(answer).toContainText(LEADER)

  await write(page, '.graphiql-query-editor', LISTEN)
  const subscribed = subscribedAt(page)
  await page.keyboard.press('Control+Enter')
  expect(await subscribed).toBe(stage.graph.replace('http', 'ws'))
  await sendToSign(trainee, leader, work.activity)
  await expect(answer).toContainText('Thea Marie Sandvik')

  expect(foreign).toEqual([])
  expect(faults).toEqual([])
})
