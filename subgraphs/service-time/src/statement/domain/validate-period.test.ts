import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { aPeriod, anAbsence } from '../../ledger/domain/testing.ts'
import type { ServicePeriod } from '../../ledger/domain/types.ts'
import { PERIOD_PROBLEMS, validatePeriod } from './validate-period.ts'

const TODAY = '2024-06-30'
const unsupervised = (startsOn: string, endsOn: string) => ({
  unsupervisedPeriods: [{ id: brandId<'UnsupervisedPeriod'>('gap'), startsOn, endsOn }],
})

/** What is wrong → the answer, part by part. */
const WRONG: readonly (readonly [string, Partial<ServicePeriod>, string])[] = [
  ['to before from', { startsOn: '2023-05-02', endsOn: '2023-05-01' }, 'PERIOD ENDS_BEFORE_START'],
  ['from no day of the calendar', { startsOn: '2023-02-29' }, 'PERIOD DATE_INVALID'],
  ['to no day of the calendar', { endsOn: '2023-11-31' }, 'PERIOD DATE_INVALID'],
  ['0 percent', { fte: 0 }, 'PERIOD SHARE_OUT_OF_RANGE'],
  ['less than nothing', { fte: -0.5 }, 'PERIOD SHARE_OUT_OF_RANGE'],
  ['over 100 percent', { fte: 1.01 }, 'PERIOD SHARE_OUT_OF_RANGE'],
  ['no number', { fte: Number.NaN }, 'PERIOD SHARE_OUT_OF_RANGE'],
  ['a third', { fte: 1 / 3 }, 'PERIOD SHARE_TOO_FINE'],
  ['not yet begun', { startsOn: '2024-07-01', endsOn: null }, 'PERIOD STARTS_IN_FUTURE'],
  ['more than thirty years', { startsOn: '1990-01-01', endsOn: '2023-12-31' }, 'PERIOD LONGER_THAN_30_YEARS'],
  ['more than thirty years so far', { startsOn: '1990-01-01', endsOn: null }, 'PERIOD LONGER_THAN_30_YEARS'],
  [
    'absence before it',
    { absences: [anAbsence({ startsOn: '2022-12-31' })] },
    'ABSENCE OUTSIDE_PERIOD absence',
  ],
  [
    'absence after it',
    { absences: [anAbsence({ startsOn: '2023-12-31', endsOn: '2024-01-01' })] },
    'ABSENCE OUTSIDE_PERIOD absence',
  ],
  [
    'absence to before from',
    { absences: [anAbsence({ endsOn: '2023-02-28' })] },
    'ABSENCE ENDS_BEFORE_START absence',
  ],
  [
    'absence from no day',
    { absences: [anAbsence({ startsOn: '2023-02-30' })] },
    'ABSENCE DATE_INVALID absence',
  ],
  ['absence to no day', { absences: [anAbsence({ endsOn: '2023-04-31' })] }, 'ABSENCE DATE_INVALID absence'],
  ['absence of nothing', { absences: [anAbsence({ share: 0 })] }, 'ABSENCE SHARE_OUT_OF_RANGE absence'],
  ['absence of more than all', { absences: [anAbsence({ share: 2 })] }, 'ABSENCE SHARE_OUT_OF_RANGE absence'],
  ['unguided outside', unsupervised('2024-01-01', '2024-01-02'), 'UNSUPERVISED OUTSIDE_PERIOD gap'],
  ['unguided to before from', unsupervised('2023-02-02', '2023-02-01'), 'UNSUPERVISED ENDS_BEFORE_START gap'],
  [
    'more rows than anyone has',
    { absences: Array.from({ length: 401 }, (_, i) => anAbsence({ id: brandId(`${i}`) })) },
    'PERIOD TOO_MANY_ROWS',
  ],
]

for (const [what, about, answer] of WRONG)
  test(`F131 F139 a period is refused: ${what}`, () => {
    const problems = validatePeriod(aPeriod(about), TODAY)
    expect(problems.map(({ part, code, id }) => [part, code, id].filter(Boolean).join(' '))).toEqual([answer])
  })

test('F131 every problem there is is reached above', () => {
  const reached = new Set(WRONG.map(([, , answer]) => answer.split(' ')[1]))
  expect([...reached].toSorted()).toEqual(PERIOD_PROBLEMS.toSorted())
})

test('F131 F139 all that is wrong is told at once', () => {
  const period = aPeriod({ fte: 2, absences: [anAbsence({ endsOn: '2025-01-01', share: 0 })] })
  expect(validatePeriod(period, TODAY)).toEqual([
    { code: 'SHARE_OUT_OF_RANGE', part: 'PERIOD', id: null },
    { code: 'SHARE_OUT_OF_RANGE', part: 'ABSENCE', id: brandId<'ServicePeriod'>('absence') },
    { code: 'OUTSIDE_PERIOD', part: 'ABSENCE', id: brandId<'ServicePeriod'>('absence') },
  ])
})

test('F131 F139 a period may go on, end later, be one day, be a leap day, and have whole ten-thousandths', () => {
  const fine: Partial<ServicePeriod>[] = [
    { endsOn: null, absences: [anAbsence({ endsOn: '2024-12-31' })] },
    { endsOn: '2024-12-31' },
    { startsOn: '2024-02-29', endsOn: '2024-02-29' },
    { startsOn: TODAY, endsOn: null },
    { fte: 0.0001 },
    ...[0.07, 0.29, 0.57, 0.58, 0.6667, 1].map((fte) => ({ fte })),
  ]
  for (const about of fine) expect(validatePeriod(aPeriod(about), TODAY)).toEqual([])
})

/** Of a period of May 2023: what may stand on its edges, and what is a day outside. */
const MAY = { startsOn: '2023-05-01', endsOn: '2023-05-31' }
test.each([
  ['2023-05-01', '2023-05-01', []],
  ['2023-05-10', '2023-05-10', []],
  ['2023-05-31', '2023-05-31', []],
  ['2023-05-01', '2023-05-31', []],
  ['2023-04-30', '2023-05-31', ['OUTSIDE_PERIOD']],
  ['2023-05-01', '2023-06-01', ['OUTSIDE_PERIOD']],
  ['2023-05-10', '2023-05-09', ['ENDS_BEFORE_START']],
] as const)('F139 away or without guidance from %s to %s: %j', (startsOn, endsOn, codes) => {
  const period = aPeriod({
    ...MAY,
    absences: [anAbsence({ startsOn, endsOn })],
    ...unsupervised(startsOn, endsOn),
  })
  const problems = validatePeriod(period, TODAY)
  expect(problems.filter(({ part }) => part === 'ABSENCE').map(({ code }) => code)).toEqual(codes)
  expect(problems.filter(({ part }) => part === 'UNSUPERVISED').map(({ code }) => code)).toEqual(codes)
  expect(problems).toHaveLength(2 * codes.length)
})

test('F131 thirty years are counted in days, and 400 rows are as many as there may be', () => {
  const codes = (about: Partial<ServicePeriod>) =>
    validatePeriod(aPeriod(about), TODAY).map(({ code }) => code)
  // 30 × 366 = 10980 days: 1 January 1990 and 10979 more.
  expect(codes({ startsOn: '1990-01-01', endsOn: '2020-01-23' })).toEqual([])
  expect(codes({ startsOn: '1990-01-01', endsOn: '2020-01-24' })).toEqual(['LONGER_THAN_30_YEARS'])
  const rows = (count: number) => Array.from({ length: count }, (_, i) => anAbsence({ id: brandId(`${i}`) }))
  expect(codes({ absences: rows(400) })).toEqual([])
  expect(codes({ absences: rows(400), ...unsupervised('2023-02-01', '2023-02-02') })).toEqual([
    'TOO_MANY_ROWS',
  ])
})

test('F131 a period whose day is none is told so, and its rows by themselves', () => {
  const period = aPeriod({
    startsOn: '2023-02-30',
    absences: [anAbsence(), anAbsence({ id: brandId('b'), endsOn: '2023-02-28' })],
  })
  expect(validatePeriod(period, TODAY)).toEqual([
    { code: 'DATE_INVALID', part: 'PERIOD', id: null },
    { code: 'ENDS_BEFORE_START', part: 'ABSENCE', id: brandId<'ServicePeriod'>('b') },
  ])
})
