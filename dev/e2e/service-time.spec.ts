import { expect, type Page, test } from '@playwright/test'
import { person } from './support/person.ts'
import { clearBefore, ownPeriods, registered, sent } from './support/service-time.ts'
import { answers, visit } from './support/visit.ts'

const LEADER = 'Ingrid Solheim'
const TRAINEE = 'Kristoffer Lien'
/** Years before any training began, so that nothing overlaps by chance. */
const BEFORE = '2012-01-01'

const rowOf = (page: Page, place: string) => page.locator('[data-row]').filter({ hasText: place })
const pane = (page: Page) => page.getByRole('region', { name: 'Valgt sak' })
const receipt = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible()

test('F131 F133 F135 F137 F138 F139 F140 F141 B02 a period is registered, rejected, corrected and signed', async ({
  browser,
}) => {
  const leader = await person(browser, LEADER)
  const trainee = await person(browser, TRAINEE)
  await clearBefore(trainee, BEFORE)
  await leader.page.goto('/tjenestetid')
  await expect(leader.page).toHaveURL(/tjenestetid\/signering/)
  const tabs = leader.page.getByRole('navigation', { name: 'Signering av utdanningstid' }).getByRole('link')
  await expect(tabs).toHaveText([/Venter signering \d+/, /Signert \d+/, /Avvist \d+/])
  await expect(leader.page.getByText('Direkte')).toBeVisible()

  // The form shows all problems at once, and keeps the input.
  const { page } = trainee
  await page.goto('/tjenestetid')
  await page.getByRole('link', { name: 'Registrer periode' }).click()
  await answers(page)
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

  // Sent: the leader's open window shows it at once.
  await answers(page)
  const list = await trainee.page.context().newPage()
  await visit(list, '/tjenestetid')
  await page.bringToFront()
  await expect(page.getByRole('radio', { name: LEADER })).toBeChecked()
  await page.getByRole('button', { name: 'Send til signering' }).click()
  await expect(page.getByText(`Perioden er sendt til ${LEADER}.`)).toBeVisible()
  const arrival = leader.page.getByRole('button', { name: `1 ny fra ${TRAINEE}` })
  await expect(arrival).toBeVisible({ timeout: 2_000 })
  await arrival.click()
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

  // The trainee's open windows follow without a word to them; corrected, it is sent again (F137).
  await expect(page.getByText('Du var borte i tolv dager.').first()).toBeVisible({ timeout: 5_000 })
  await expect(list.getByText('«Du var borte i tolv dager.»')).toBeVisible({ timeout: 5_000 })
  await page.getByRole('link', { name: 'Rett og send på nytt' }).click()
  await answers(page)
  await page.getByRole('group', { name: 'Fravær 1' }).getByLabel('Til og med').fill('2010-03-12')
  await page.getByRole('button', { name: 'Lagre perioden' }).click()
  await expect(page.getByText('Endringen er lagret.')).toBeVisible()
  await answers(page)
  await page.getByRole('button', { name: 'Send til signering' }).click()
  await expect(page.getByText(`Perioden er sendt til ${LEADER}.`)).toBeVisible()

  await visit(leader.page, '/tjenestetid/signering')
  await rowOf(leader.page, 'Solbakken legekontor').getByRole('link').click()
  await expect(open.getByText('Du kan ikke trekke denne signaturen tilbake.')).toBeVisible()
  await open.getByRole('button', { name: 'Signer perioden' }).click()
  await receipt(leader.page, '1 periode signert')
  await expect(page.getByRole('heading', { name: `Signert av ${LEADER}` })).toBeVisible({ timeout: 5_000 })
  const solbakken = list.getByRole('row').filter({ hasText: 'Solbakken legekontor' })
  await expect(solbakken.getByText('Signert')).toBeVisible({ timeout: 5_000 })
})

test('F134 F136 F137 a signature cannot be taken back; it falls away when the doctor changes the period', async ({
  browser,
}) => {
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
  await answers(page)
  await page.getByLabel('Stillingsprosent').fill('50')
  await page.getByRole('button', { name: 'Lagre og la signaturen falle bort' }).click()
  await expect(page.getByText('Endringen er lagret, og signaturen falt bort.')).toBeVisible()
  const history = page.getByRole('region', { name: 'Historikk' })
  await expect(history.getByText(`${LEADER} signerte`)).toBeVisible()
  await expect(history.getByText(`${TRAINEE} endret perioden`)).toBeVisible()
  await expect(leader.page.getByText('Ingenting å gjøre.').first()).toBeVisible({ timeout: 5_000 })

  // Removing has to be confirmed, and the dialog lists what is lost.
  await answers(page)
  await page.getByRole('button', { name: 'Send til signering' }).click()
  await expect(page.getByRole('heading', { name: `Venter på ${LEADER}` })).toBeVisible()
  await page.getByRole('button', { name: 'Fjern perioden' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(`Forespørselen til ${LEADER} trekkes tilbake.`)).toBeVisible()
  await dialog.getByRole('button', { name: 'Fjern perioden' }).click()
  await expect(page.getByText('Perioden er fjernet.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Lia legesenter' })).toHaveCount(0)

  // The doctor and the leader find the signature with its person, time and content.
  const { id } = await ownPeriods(trainee)
  for (const [reader, path] of [
    [page, '/tjenestetid'],
    [leader.page, `/tjenestetid/lege/${id}`],
  ] as const) {
    await visit(reader, path)
    await reader.getByText(/^Fjernede perioder/).click()
    await reader.locator(`a[href="/tjenestetid/periode/${period.id}"]`).click()
    await expect(reader.getByText(`${TRAINEE} fjernet den`)).toBeVisible()
    await reader.getByText('Se hva som ble signert').click()
    const signed = reader.getByRole('region', { name: 'Historikk' }).getByRole('group')
    await expect(signed.getByText('100 %, LIS3')).toBeVisible()
    await expect(reader.getByText('50 %, LIS3')).toBeVisible()
    await expect(reader.getByRole('button', { name: /Endre|Fjern|Send|Signer/ })).toHaveCount(0)
  }
})

test('F131 positions above full time are refused until they are explained', async ({ browser }) => {
  const trainee = await person(browser, TRAINEE)
  await clearBefore(trainee, BEFORE)
  await registered(trainee, { startsOn: '2008-01-01', endsOn: '2008-12-31' })
  const { page } = trainee
  await visit(page, '/tjenestetid/ny')
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
