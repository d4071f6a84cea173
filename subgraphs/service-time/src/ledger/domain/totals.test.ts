import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { computeLedger } from './ledger.ts'
import { aPeriod, anAbsence, anInput, withRule } from './testing.ts'
import type { Requirement } from './types.ts'
import { toDays, unitsOf } from './units.ts'

const total = (requirement: Requirement, ...[periods, about]: Parameters<typeof anInput>) =>
  computeLedger(anInput(periods, about)).confirmed.totals.find((one) => one.requirement === requirement)

const EVERYTHING = aPeriod({
  fte: 0.8,
  absences: [
    anAbsence({ id: brandId<'Absence'>('sick'), startsOn: '2023-03-01', endsOn: '2023-04-10' }),
    anAbsence({
      id: brandId<'Absence'>('holiday'),
      kind: 'HOLIDAY',
      startsOn: '2023-07-01',
      endsOn: '2023-07-10',
    }),
    anAbsence({
      id: brandId<'Absence'>('course'),
      kind: 'COURSE',
      startsOn: '2023-08-01',
      endsOn: '2023-08-05',
    }),
  ],
  unsupervisedPeriods: [
    { id: brandId<'UnsupervisedPeriod'>('gap'), startsOn: '2023-12-01', endsOn: '2023-12-31' },
  ],
})

/** 365 − 31 = 334 days at 80 %: 267.2. Ten percent: 26.72. Away 41 × 0.8 = 32.8, of which 6.08 above. */
const COUNTED = {
  applies: true,
  days: unitsOf(365),
  notCounted: [{ effect: 'UNSUPERVISED_NOT_COUNTED', days: unitsOf(31) }],
  partTime: unitsOf(66.8),
  trainingTime: unitsOf(267.2),
  holidayAndCourses: unitsOf(12),
  absence: unitsOf(32.8),
  allowance: unitsOf(26.72),
  allowanceUsed: unitsOf(26.72),
  deducted: unitsOf(6.08),
  counted: unitsOf(261.12),
}
const NOTHING = {
  ...{ applies: true, days: 0, notCounted: [], partTime: 0, trainingTime: 0, holidayAndCourses: 0 },
  ...{ absence: 0, deducted: 0, counted: 0 },
}

test('B04 F139 every figure of every requirement, of one year at eighty percent', () => {
  expect(computeLedger(anInput([EVERYTHING])).confirmed.totals).toEqual([
    {
      ...{ requirement: 'TOTAL_TRAINING_TIME', paragraph: '2(1)', ...COUNTED },
      ...{ required: unitsOf(2372), missing: unitsOf(2110.88), met: false },
    },
    {
      ...{ requirement: 'PART_1_HOSPITAL', paragraph: '2(2)', ...NOTHING, allowance: 0, allowanceUsed: 0 },
      ...{ required: unitsOf(365), missing: unitsOf(365), met: false },
    },
    {
      ...{ requirement: 'PART_1_MUNICIPAL', paragraph: '2(2)', ...NOTHING, allowance: 0, allowanceUsed: 0 },
      ...{ required: unitsOf(181), missing: unitsOf(181), met: false },
    },
    {
      ...{ requirement: 'AFTER_PART_1', paragraph: '2(1)', ...COUNTED },
      ...{ required: unitsOf(1826), missing: unitsOf(1564.88), met: false },
    },
    {
      ...{ requirement: 'OPEN_UNSELECTED_PRACTICE', paragraph: '2(4)', ...NOTHING },
      ...{ allowance: 0, allowanceUsed: 0, required: unitsOf(730), missing: unitsOf(730), met: false },
    },
    {
      ...{ requirement: 'OTHER_SPECIALITY_AT_MOST', paragraph: '31(6)', ...NOTHING },
      ...{ allowance: 0, allowanceUsed: 0, required: unitsOf(1188), missing: 0, met: true },
    },
  ])
})

test('B04 a requirement is met to the day', () => {
  const part = (endsOn: string) => total('PART_1_HOSPITAL', [aPeriod({ kind: 'PART_1_HOSPITAL', endsOn })])
  expect(part('2023-12-31')).toMatchObject({ missing: 0, met: true })
  expect(part('2023-12-30')).toMatchObject({ missing: unitsOf(1), met: false })
})

test('B04 days of one effect from several periods are one sum', () => {
  const periods = [
    aPeriod({ confirmed: false }),
    aPeriod({ id: brandId<'ServicePeriod'>('two'), kind: 'INSTITUTION', confirmed: false }),
  ]
  expect(total('AFTER_PART_1', periods)?.notCounted).toEqual([
    { effect: 'NOT_CONFIRMED', days: unitsOf(730) },
  ])
})

test('B04 open practice goes by itself, or as the whole does', () => {
  const practice = aPeriod({
    kind: 'OPEN_UNSELECTED_PRACTICE',
    absences: [anAbsence({ startsOn: '2023-03-01', endsOn: '2023-04-19' })],
  })
  const rest = aPeriod({ id: brandId<'ServicePeriod'>('two'), startsOn: '2024-01-01', endsOn: '2024-12-30' })
  const figures = (code: Parameters<typeof withRule>[0], value: number) => {
    const sums = total('OPEN_UNSELECTED_PRACTICE', [practice, rest], { rules: withRule(code, value) })
    return [sums?.absence, sums?.allowance, sums?.allowanceUsed, sums?.deducted].map((sum) =>
      toDays(sum ?? -1),
    )
  }
  // 50 days away. Of 365, ten percent are 36.5; of 730 of the whole 73: nothing is deducted.
  expect(figures('OPEN_PRACTICE_ALLOWANCE', 1)).toEqual([50, 36.5, 36.5, 13.5])
  expect(figures('OPEN_PRACTICE_ALLOWANCE', 2)).toEqual([50, 50, 50, 0])
  // Each period by itself: what its lines deduct.
  expect(figures('ALLOWANCE_OF_PERIOD_OR_WHOLE', 2)).toEqual([50, 36.5, 36.5, 13.5])
})

test('F139 the six days of the municipal part are working days where the rule says so; ten percent never are', () => {
  const rules = withRule('DAYS_ARE_WORKING_OR_CALENDAR_DAYS', 2)
  const municipal = aPeriod({
    ...{ kind: 'PART_1_MUNICIPAL', startsOn: '2022-09-01', endsOn: '2023-02-28' },
    // Two weeks from a Monday. The sixth working day is the second Monday; six days follow.
    absences: [anAbsence({ startsOn: '2022-11-07', endsOn: '2022-11-20' })],
  })
  expect(total('PART_1_MUNICIPAL', [municipal], { rules })).toMatchObject({ deducted: unitsOf(6) })
  const hospital = aPeriod({
    endsOn: '2023-01-20',
    // Saturday to Tuesday, of which two are within ten percent of twenty days.
    absences: [anAbsence({ startsOn: '2023-01-07', endsOn: '2023-01-10' })],
  })
  expect(total('AFTER_PART_1', [hospital], { rules })).toMatchObject({ deducted: unitsOf(2) })
})

test('F139 of each period by itself, ten percent are of all of it, also of what another leaves no room for', () => {
  const absences = [anAbsence({ startsOn: '2023-03-01', endsOn: '2023-04-19' })]
  const periods = [
    aPeriod({ fte: 0.5 }),
    aPeriod({ id: brandId<'ServicePeriod'>('two'), kind: 'INSTITUTION', absences }),
  ]
  const rules = withRule('ALLOWANCE_OF_PERIOD_OR_WHOLE', 2)
  // Away 50 days, of which half has room: 25, within ten percent of 365, but not of 182.5.
  expect(total('AFTER_PART_1', periods, { rules })).toMatchObject({ absence: unitsOf(25), deducted: 0 })
})
