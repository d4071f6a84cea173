import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { computeLedger } from './ledger.ts'
import { aPeriod, anAbsence, anInput, withRule } from './testing.ts'
import { toDays, unitsOf } from './units.ts'

test('B04 F139 a line says what became of its days, and by which paragraph and rule', () => {
  const sick = anAbsence({ startsOn: '2023-03-01', endsOn: '2023-03-14' })
  const period = aPeriod({ kind: 'PART_1_HOSPITAL', fte: 0.8, endsOn: '2023-03-31', absences: [sick] })
  const { confirmed } = computeLedger(anInput([period]))
  const lines = confirmed.lines.map((line) => ({
    ...line,
    days: toDays(line.days),
    counted: toDays(line.counted),
  }))
  const common = { periodId: 'period', kind: 'PART_1_HOSPITAL', confirmed: true, absenceId: null }
  const work = { ...common, effect: 'COUNTED_IN_PROPORTION', paragraph: '31(2)', rule: null }
  const within = {
    effect: 'ABSENCE_WITHIN_ALLOWANCE',
    paragraph: '31(4)a',
    rule: 'ALLOWANCE_PART_1_HOSPITAL',
  }
  // 14 days of an 80 % position are 11.2 of training time: none is above twelve.
  expect(lines).toEqual([
    { ...work, startsOn: '2023-01-01', endsOn: '2023-02-28', days: 59, counted: 47.2 },
    {
      ...common,
      ...within,
      absenceId: 'absence',
      startsOn: '2023-03-01',
      endsOn: '2023-03-14',
      days: 14,
      counted: 11.2,
    },
    { ...work, startsOn: '2023-03-15', endsOn: '2023-03-31', days: 17, counted: 13.6 },
  ])
  expect(confirmed.periods).toEqual([{ periodId: 'period', days: unitsOf(90), counted: unitsOf(72) }])
})

test('F139 the day on which the allowance is spent is divided', () => {
  const sick = anAbsence({ endsOn: '2023-04-10' })
  const { lines } = computeLedger(anInput([aPeriod({ absences: [sick] })])).confirmed
  // 41 days, 36.5 within ten percent of 365.
  const absence = lines
    .filter(({ absenceId }) => absenceId)
    .map(({ effect, days, startsOn }) => [effect, days, startsOn])
  expect(absence).toEqual([
    ['ABSENCE_WITHIN_ALLOWANCE', unitsOf(36), '2023-03-01'],
    ['ABSENCE_WITHIN_ALLOWANCE', unitsOf(0.5), '2023-04-06'],
    ['ABSENCE_DEDUCTED', unitsOf(0.5), '2023-04-06'],
    ['ABSENCE_DEDUCTED', unitsOf(4), '2023-04-07'],
  ])
})

test('B04 nothing registered is nothing served, and nothing to go on with', () => {
  const ledger = computeLedger(anInput([], { asOf: '2024-01-01' }))
  expect(ledger.confirmed.lines).toEqual([])
  expect(ledger.confirmed.totals.map(({ counted }) => counted)).toEqual([0, 0, 0, 0, 0, 0])
  expect(ledger.remarks).toEqual([])
  expect(ledger.forecast).toMatchObject({ pace: 0, overall: null })
})

test('F131 days after the day that is asked about are not served', () => {
  const periods = [
    aPeriod({ endsOn: '2030-12-31' }),
    aPeriod({ id: brandId('later'), startsOn: '2025-01-01', endsOn: null }),
  ]
  const { periods: sums } = computeLedger(anInput(periods, { asOf: '2023-01-10' })).confirmed
  expect(sums).toEqual([{ periodId: 'period', days: unitsOf(10), counted: unitsOf(10) }])
})

test('F132 only what is confirmed counts, and what will count when it is stands beside it', () => {
  const ledger = computeLedger(anInput([aPeriod({ confirmed: false })]))
  expect(ledger.confirmed.totals[0]).toMatchObject({ counted: 0 })
  expect(ledger.confirmed.lines).toMatchObject([{ effect: 'NOT_CONFIRMED', paragraph: '31(1)', counted: 0 }])
  expect(ledger.registered.totals[0]).toMatchObject({ counted: unitsOf(365) })
})

test('B04 a rule is the one in force on the day that is asked about', () => {
  const sick = [anAbsence({ startsOn: '2023-03-01', endsOn: '2023-03-20' })]
  const period = aPeriod({ kind: 'PART_1_HOSPITAL', absences: sick })
  const [old, ...others] = withRule('ALLOWANCE_PART_1_HOSPITAL', 12).toSorted((a) =>
    a.code === 'ALLOWANCE_PART_1_HOSPITAL' ? -1 : 1,
  )
  if (!old) throw new Error('No rule')
  const dated = [{ ...old, validTo: '2024-12-31' }, { ...old, value: 15, validFrom: '2025-01-01' }, ...others]
  const deducted = (asOf: string) =>
    computeLedger(anInput([period], { asOf, rules: dated })).confirmed.totals[1]?.deducted
  expect(deducted('2024-12-31')).toBe(unitsOf(8))
  expect(deducted('2025-01-01')).toBe(unitsOf(5))
  // Before any of them, the first.
  expect(computeLedger(anInput([], { asOf: '1999-01-01', rules: dated })).rules).toContainEqual({
    ...old,
    validTo: '2024-12-31',
  })
})

test('B04 a rule that is missing is a fault, not a figure', () => {
  expect(() => computeLedger(anInput([], { rules: [] }))).toThrow('No rule REQUIRED_TOTAL')
})

test('B04 open practice is asked of those in general practice alone', () => {
  const about = { openUnselectedPracticeRequired: false, asOf: '2023-12-31' }
  const { confirmed, forecast } = computeLedger(anInput([aPeriod()], about))
  expect(confirmed.totals[4]).toMatchObject({
    requirement: 'OPEN_UNSELECTED_PRACTICE',
    applies: false,
    met: true,
  })
  expect(forecast.requirements.map(({ requirement }) => requirement)).not.toContain(
    'OPEN_UNSELECTED_PRACTICE',
  )
})

test('B04 the day that is divided goes by kind, not by which period began first', () => {
  const sick = anAbsence({ endsOn: '2023-04-15' })
  const hospital = aPeriod({ id: brandId('a'), fte: 0.5, absences: [sick] })
  const practice = aPeriod({ id: brandId('b'), kind: 'OPEN_UNSELECTED_PRACTICE', fte: 0.5, absences: [sick] })
  const begun = [
    aPeriod({ id: brandId('a'), fte: 0.5, endsOn: '2023-01-31' }),
    { ...hospital, id: brandId<'ServicePeriod'>('c'), startsOn: '2023-02-01' },
  ]
  // 46 days, 36.5 within ten percent of 365: of the 37th the practice has its half, then 9 × 0.5 are deducted.
  for (const periods of [
    [hospital, practice],
    [...begun, practice],
  ]) {
    const { totals } = computeLedger(
      anInput(periods, { rules: withRule('OPEN_PRACTICE_ALLOWANCE', 2) }),
    ).confirmed
    expect(totals[4]).toMatchObject({ deducted: unitsOf(4.5), counted: unitsOf(178) })
  }
})
