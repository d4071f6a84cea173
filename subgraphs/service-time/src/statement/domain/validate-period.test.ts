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
  ['no day of the calendar', { startsOn: '2023-02-29' }, 'PERIOD DATE_INVALID'],
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
  ['absence on no day', { absences: [anAbsence({ endsOn: '2023-02-30' })] }, 'ABSENCE DATE_INVALID absence'],
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
    { code: 'SHARE_OUT_OF_RANGE', part: 'ABSENCE', id: 'absence' },
    { code: 'OUTSIDE_PERIOD', part: 'ABSENCE', id: 'absence' },
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
