import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './support/axe.ts'
import { person, PHONE } from './support/person.ts'
import { clearBefore, registered, sent } from './support/service-time.ts'

const LEADER = 'Ingrid Solheim'
const TRAINEE = 'Kristoffer Lien'
/** Years before anybody's training began, so that nothing overlaps by chance. */
const BEFORE = '2012-01-01'

const rowOf = (page: Page, place: string) => page.locator('[data-row]').filter({ hasText: place })
const pane = (page: Page) => page.getByRole('region', { name: 'Valgt sak' })
const receipt = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible()
const settled = (page: Page) => page.waitForLoadState('networkidle')

test('F131 F133 F135 F137 F138 F139 F140 F141 B02 a period is registered, rejected, corrected and signed', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  await clearBefore(trainee, BEFORE)
  await leader.page.goto('/tjenestetid')
  await expect(leader.page).toHaveURL(/tjenestetid\/signering/)
  const tabs = leader.page.getByRole('navigation', { name: 'Signering av utdanningstid' }).getByRole('link')
  await expect(tabs).toHaveText([/Venter signering \d+/, /Signert \d+/, /Avvist \d+/])
  await expect(leader.page.getByText('Direkte')).toBeVisible()

  // The form says all that is wrong at once, and keeps what was typed.
  const { page } = trainee
  await page.goto('/tjenestetid')
  await page.getByRole('link', { name: 'Registrer periode' }).click()
  await settled(page)
  await page.getByLabel('Arbeidssted').fill('Solbakken legekontor')
  await page.getByLabel('Stilling', { exact: true }).fill('')
  await page.getByLabel('Stillingsprosent').fill('120')
  await page.getByRole('button', { name: 'Lagre perioden' }).click()
  await expect(page.getByText('4 ting må rettes')).toBeVisible()
  await expect(page.getByText('Skriv hvilken stilling du hadde.')).toBeVisible()
  await expect(page.getByText('Skriv et tall over 0 og høyst 100.')).toBeVisible()
  await expect(page.getByLabel('Arbeidssted')).toHaveValue('Solbakken legekontor')
  await page.getByLabel('Stilling', { exact: true }).fill('Vikarlege')
  await page.getByLabel('Fra og med').first().fill('2010-01-01')
  await page.getByLabel('Til og med').first().fill('2010-12-31')
  await page.getByRole('button', { name: 'Legg til fravær' }).click()
  const absence = page.getByRole('group', { name: 'Fravær 1' })
  await expect(absence.getByLabel('Type fravær')).toBeFocused()
  await absence.getByLabel('Type fravær').selectOption('Sykdom')
  await absence.getByLabel('Fra og med').fill('2010-03-01')
  await absence.getByLabel('Til og med').fill('2011-03-10')
  await page.getByRole('button', { name: 'Legg til periode' }).click()
  const gap = page.getByRole('group', { name: 'Periode 1' })
  await gap.getByLabel('Fra og med').fill('2010-06-22')
  await gap.getByLabel('Til og med').fill('2010-07-12')
  await gap.getByLabel('Hvorfor').fill('Veilederen var borte.')
  await page.getByLabel('Stillingsprosent').fill('80')
  await page.getByRole('button', { name: 'Lagre perioden' }).click()
  await expect(absence.getByText('Datoene må ligge innenfor perioden.')).toBeVisible()
  await absence.getByLabel('Til og med').fill('2010-03-10')
  await page.getByRole('button', { name: 'Lagre perioden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Solbakken legekontor' })).toBeVisible()

  // Sent: the leader's open window says so within a second.
  await settled(page)
  await expect(page.getByRole('radio', { name: LEADER })).toBeChecked()
  await page.getByRole('button', { name: 'Send til signering' }).click()
  await expect(page.getByText(`Perioden er sendt til ${LEADER}.`)).toBeVisible()
  await leader.page.getByRole('button', { name: `1 ny fra ${TRAINEE}` }).click({ timeout: 2_000 })
  await rowOf(leader.page, 'Solbakken legekontor').getByRole('link').click()
  const open = pane(leader.page)
  await expect(open.getByRole('tab')).toHaveText([
    'Signering',
    /Fravær\s*1/,
    /Perioder uten veiledning og supervisjon\s*1/,
  ])
  await expect(open.getByText('80 %, Vikarlege')).toBeVisible()
  await open.getByRole('tab', { name: /^Fravær/ }).click()
  await expect(open.getByText('Sykdom')).toBeVisible()
  await expect(open.getByText('10 dager')).toBeVisible()
  await leader.page.keyboard.press('ArrowRight')
  await expect(open.getByText('Veilederen var borte.')).toBeVisible()

  // F140: no comment, no rejection.
  await open.getByRole('button', { name: 'Avvis …' }).click()
  await open.getByRole('button', { name: 'Avvis perioden' }).click()
  await expect(open.getByText('Skriv en begrunnelse før du avviser.')).toBeVisible()
  await open.getByLabel('Hvorfor avviser du?').fill('Du var borte i tolv dager.')
  await open.getByRole('button', { name: 'Avvis perioden' }).click()
  await receipt(leader.page, '1 periode avvist')

  // The trainee's page follows on returning to it; corrected, it is sent again (F137).
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(page.getByText('Du var borte i tolv dager.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Rett og send på nytt' }).click()
  await settled(page)
  await page.getByRole('group', { name: 'Fravær 1' }).getByLabel('Til og med').fill('2010-03-12')
  await page.getByRole('button', { name: 'Lagre perioden' }).click()
  await expect(page.getByText('Endringen er lagret.')).toBeVisible()
  await settled(page)
  await page.getByRole('button', { name: 'Send til signering' }).click()
  await expect(page.getByText(`Perioden er sendt til ${LEADER}.`)).toBeVisible()

  await leader.page.goto('/tjenestetid/signering')
  await settled(leader.page)
  await rowOf(leader.page, 'Solbakken legekontor').getByRole('link').click()
  await expect(open.getByText('Du kan ikke trekke denne signaturen tilbake.')).toBeVisible()
  await open.getByRole('button', { name: 'Signer perioden' }).click()
  await receipt(leader.page, '1 periode signert')
})

test('F134 F136 F137 a signature cannot be taken back; it falls away when the doctor changes the period', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  await clearBefore(trainee, BEFORE)
  const stated = { startsOn: '2009-01-01', endsOn: '2009-12-31', place: 'Lia legesenter' }
  const period = await registered(trainee, stated)
  await sent(trainee, period)

  // Signed with the keyboard alone; nothing offers to undo it, neither then nor later.
  await leader.page.goto(`/tjenestetid/signering?sak=${period.id}`)
  await expect(pane(leader.page).getByRole('heading', { name: 'Historikk' })).toBeVisible()
  await leader.page.keyboard.press('s')
  await receipt(leader.page, '1 periode signert')
  await expect(leader.page.getByRole('button', { name: 'Angre' })).toHaveCount(0)
  await leader.page.goto(`/tjenestetid/signering?fane=signert&sak=${period.id}`)
  await expect(pane(leader.page).getByRole('heading', { name: 'Lia legesenter' })).toBeVisible()
  await expect(pane(leader.page).getByRole('button', { name: /Signer|Avvis|Angre|Endre/ })).toHaveCount(0)

  const { page } = trainee
  await page.goto(`/tjenestetid/periode/${period.id}`)
  await expect(page.getByRole('heading', { name: `Signert av ${LEADER}` })).toBeVisible()
  await page.getByRole('link', { name: 'Endre perioden' }).click()
  await expect(page.getByText('Lagrer du, faller signaturen bort')).toBeVisible()
  await settled(page)
  await page.getByLabel('Stillingsprosent').fill('50')
  await page.getByRole('button', { name: 'Lagre og la signaturen falle bort' }).click()
  await expect(page.getByText('Endringen er lagret, og signaturen falt bort.')).toBeVisible()
  const history = page.getByRole('region', { name: 'Historikk' })
  await expect(history.getByText(`${LEADER} signerte`)).toBeVisible()
  await expect(history.getByText(`${TRAINEE} endret perioden`)).toBeVisible()
  await expect(leader.page.getByText('Ingenting å gjøre.').first()).toBeVisible({ timeout: 5_000 })

  // Removing asks first, and says what falls away.
  await settled(page)
  await page.getByRole('button', { name: 'Send til signering' }).click()
  await expect(page.getByRole('heading', { name: `Venter på ${LEADER}` })).toBeVisible()
  await page.getByRole('button', { name: 'Fjern perioden' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(`Forespørselen til ${LEADER} trekkes tilbake.`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Fjern perioden' }).click()
  await expect(page.getByText('Perioden er fjernet.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Lia legesenter' })).toHaveCount(0)
})

test('F131 positions above full time are refused until they are explained', async ({ browser }) => {
  const trainee = await person(browser, TRAINEE)
  await clearBefore(trainee, BEFORE)
  await registered(trainee, { startsOn: '2008-01-01', endsOn: '2008-12-31' })
  const { page } = trainee
  await page.goto('/tjenestetid/ny')
  await settled(page)
  await page.getByLabel('Arbeidssted').fill('Legevakten')
  await page.getByLabel('Stillingsprosent').fill('20')
  await page.getByLabel('Fra og med').fill('2008-02-29')
  await page.getByLabel('Til og med').fill('2008-06-30')
  await page.getByRole('button', { name: 'Lagre perioden' }).click()
  await expect(page.getByText('Fra 29. feb. 2008 er stillingene over 100 % til sammen.')).toBeVisible()
  const why = page.getByLabel('Forklaring på over 100 %')
  await expect(why).toBeFocused()
  await why.fill('Vakter ved siden av fastlegejobben.')
  await page.getByRole('button', { name: 'Lagre perioden' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Legevakten' })).toBeVisible()
  await expect(page.getByText('Vakter ved siden av fastlegejobben.')).toBeVisible()
})

test('B04 F132 the account can be added up by hand, told day by day, and taken along as a PDF', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const { page } = await person(browser, TRAINEE)
  await page.goto('/tjenestetid')
  await expect(page.getByRole('heading', { level: 1, name: /dager teller så langt/ })).toBeVisible()
  await settled(page)
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
  const pdf = Buffer.concat(parts).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toContain('/Lang (nb)')

  await page.getByRole('link', { name: 'Se hver dag' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `Beregningen dag for dag: ${TRAINEE}` }),
  ).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeVisible()

  // Who may not see the doctor is not told that there is one.
  const address = new URL(page.url()).pathname.replace('/dager', '')
  const stranger = await person(browser, 'Marit Elvestad')
  expect((await stranger.page.goto(address))?.status()).toBe(404)
  const refused = await stranger.page.request.get(`${address}/beregning.pdf`)
  expect(refused.status()).toBe(404)
})

test('F131 F135 F139 by axe, and at 360 px: nothing to scroll sideways for but the timeline', async ({
  browser,
}) => {
  test.setTimeout(150_000)
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
      await page.goto(path)
      await settled(page)
      await expectAccessible(page)
    }
  // On the phone the timeline scrolls by itself, and can be reached to.
  await trainee.page.goto('/tjenestetid')
  const line = trainee.page.getByRole('region', { name: /^Tidslinje over tjeneste/ })
  await line.focus()
  await expect(line).toBeFocused()
  expect(await line.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true)

  // The pane is a page of its own there, with the way back.
  await leader.page.goto('/tjenestetid/signering?sok=Lien')
  await settled(leader.page)
  await leader.page.locator(`[data-row="${period.id}"]`).getByRole('link').click()
  await expect(pane(leader.page).getByRole('button', { name: 'Signer perioden' })).toBeVisible()
  await pane(leader.page).getByRole('button', { name: 'Tilbake til køen' }).click()
  await expect(leader.page.locator(`[data-row="${period.id}"]`)).toBeVisible()
})

test('B02 the doctor’s tab and home tell of what was rejected, the leader’s of what waits', async ({
  browser,
}) => {
  const trainee = await person(browser, TRAINEE)
  const leader = await person(browser, LEADER)
  await clearBefore(trainee, BEFORE)
  const period = await registered(trainee, { startsOn: '2006-01-01', endsOn: '2006-12-31', place: 'Elva' })
  await leader.page.goto('/')
  await settled(leader.page)
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
