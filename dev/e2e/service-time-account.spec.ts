import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { expectAsInLedger } from './support/ledger-pdf.ts'
import { person, PHONE } from './support/person.ts'
import { clearBefore, ownPeriods, registered, sent } from './support/service-time.ts'
import { answers, visit } from './support/visit.ts'

const LEADER = 'Ingrid Solheim'
const TRAINEE = 'Kristoffer Lien'
/** Years before any training began, so that nothing overlaps by chance. */
const BEFORE = '2012-01-01'

const pane = (page: Page) => page.getByRole('region', { name: 'Valgt sak' })
const receipt = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible()

test('B04 F132 the account can be added up by hand, shown day by day, and taken along as a PDF', async ({
  browser,
}) => {
  const trainee = await person(browser, TRAINEE)
  const { page } = trainee
  await page.goto('/tjenestetid')
  await expect(page.getByRole('heading', { level: 1, name: /dager teller så langt/ })).toBeVisible()
  await answers(page)
  for (const requirement of ['Hele utdanningen', 'Utdanningen etter del 1']) {
    await page.getByLabel('Krav').selectOption(requirement)
    const sum = page.getByRole('table', { name: `Slik er dagene regnet: ${requirement}` })
    const rows = await sum.locator('tbody tr').evaluateAll((all) =>
      all.map((row) => ({
        sign: [...row.classList].find((name) => ['start', 'minus', 'equals'].includes(name)),
        days: Number(row.lastElementChild?.textContent?.replace(/\s/g, '').replace(',', '.')),
      })),
    )
    let left = 0
    for (const { sign, days } of rows) {
      if (sign === 'start') left = days
      if (sign === 'minus') left -= days
      // Each line is rounded to a tenth by itself.
      if (sign === 'equals') expect(Math.abs(left - days)).toBeLessThan(0.35)
      if (sign === 'equals') left = days
    }
    expect(rows.filter(({ sign }) => sign === 'equals')).toHaveLength(2)
  }
  await expect(page.getByText('Fraværsgrensene i LIS1 regnes i kalenderdager.')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Last ned beregningen' }).click()
  const stream = await (await download).createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  const pdf = Buffer.concat(parts)
  expect(pdf.toString('latin1')).toContain('/Lang (nb)')
  await expectAsInLedger(pdf, trainee, (await ownPeriods(trainee)).id)

  await page.getByRole('link', { name: 'Se hver dag' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `Beregningen dag for dag: ${TRAINEE}` }),
  ).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()

  // To a stranger the doctor does not exist.
  const address = new URL(page.url()).pathname.replace('/dager', '')
  const stranger = await person(browser, 'Marit Elvestad')
  expect((await stranger.page.goto(address))?.status()).toBe(404)
  const refused = await stranger.page.request.get(`${address}/beregning.pdf`)
  expect(refused.status()).toBe(404)
})

test('F131 F135 F139 by axe, and at 360 px: nothing to scroll sideways for but the timeline', async ({
  browser,
}) => {
  // Ten analyses: more than three minutes with another story beside it.
  test.setTimeout(300_000)
  const trainee = await person(browser, TRAINEE)
  const leader = await person(browser, LEADER)
  await clearBefore(trainee, BEFORE)
  const period = await registered(trainee, { startsOn: '2007-01-01', endsOn: '2007-12-31' })
  await sent(trainee, period)
  const own = ['/tjenestetid', '/tjenestetid/ny', `/tjenestetid/periode/${period.id}`]
  const pages = [
    ...[...own, `/tjenestetid/periode/${period.id}/endre`].map((path) => ({ page: trainee.page, path })),
    { page: leader.page, path: `/tjenestetid/signering?sak=${period.id}` },
  ]
  for (const { page, path } of pages)
    for (const [size, colorScheme] of [
      [{ width: 1440, height: 900 }, 'light'],
      [PHONE, 'dark'],
    ] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      await visit(page, path)
      await expectAccessible(page)
    }
  // On the phone the timeline scrolls by itself, and can be reached to.
  await trainee.page.goto('/tjenestetid')
  const line = trainee.page.getByRole('region', { name: /^Tidslinje over tjeneste/ })
  await line.focus()
  await expect(line).toBeFocused()
  expect(await line.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true)

  // The pane is a page of its own there, with the way back.
  await visit(leader.page, '/tjenestetid/signering?sok=Lien')
  await leader.page.locator(`[data-row="${period.id}"]`).getByRole('link').click()
  await expect(pane(leader.page).getByRole('button', { name: 'Signer perioden' })).toBeVisible()
  await pane(leader.page).getByRole('button', { name: 'Tilbake til køen' }).click()
  await expect(leader.page.locator(`[data-row="${period.id}"]`)).toBeVisible()
})

test('B02 the doctor’s tab and home tell of what was rejected, the leader’s of what waits', async ({
  browser,
}) => {
  const trainee = await person(browser, TRAINEE)
  // Wide enough for all of the leader's tabs in the header.
  const leader = await person(browser, LEADER, { width: 1600, height: 900 })
  await clearBefore(trainee, BEFORE)
  const period = await registered(trainee, { startsOn: '2006-01-01', endsOn: '2006-12-31', place: 'Elva' })
  await visit(leader.page, '/')
  const tab = leader.page
    .getByRole('navigation', { name: 'Hovedmeny', exact: true })
    .getByRole('link', { name: /^Tjenestetid/ })
  const before = Number((await tab.textContent())?.match(/\d+/)?.[0] ?? 0)
  await sent(trainee, period)
  await expect(tab).toContainText(String(before + 1), { timeout: 2_000 })
  await expect(leader.page.getByRole('heading', { name: 'Tjenestetid til signering' })).toBeVisible()

  await leader.page.goto(`/tjenestetid/signering?sak=${period.id}`)
  await expect(pane(leader.page).getByRole('heading', { name: 'Historikk' })).toBeVisible()
  await leader.page.keyboard.press('r')
  await leader.page.keyboard.type('Feil sted.')
  await leader.page.keyboard.press('Control+Enter')
  await receipt(leader.page, '1 periode avvist')
  await trainee.page.goto('/')
  await expect(trainee.page.getByRole('heading', { name: 'Avvist tjenestetid' })).toBeVisible()
})
