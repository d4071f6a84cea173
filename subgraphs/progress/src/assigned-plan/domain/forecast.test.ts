import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast, type PlanPace } from './forecast.ts'

const TODAY = '2026-09-15'
const plan = (more: Partial<PlanPace> = {}): PlanPace => ({
  ...{ goals: 40, approvedOn: [], assignedOn: '2024-09-15', archived: false },
  ...more,
})
const times = (count: number, day: string) => Array.from({ length: count }, () => day)

describe('F020 F038 F060 when a plan is done at the pace of the last 12 months', () => {
  test('ten a year and twenty that remain are two years', () => {
    const approvedOn = [...times(10, '2025-03-01'), ...times(10, '2026-03-01')]
    expect(forecast(plan({ approvedOn }), TODAY)).toMatchObject({
      basis: 'PACE',
      since: '2025-09-16',
      approvedSince: 10,
      remaining: 20,
      // 365 days for ten; 730 days for twenty.
      doneOn: '2028-09-14',
    })
  })

  test('the year begins the day after the same day a year ago', () => {
    const approvedOn = ['2025-09-15', '2025-09-16']
    expect(forecast(plan({ approvedOn }), TODAY).approvedSince).toBe(1)
  })

  test('a younger plan is measured from its first day', () => {
    const young = plan({ goals: 20, assignedOn: '2026-06-08', approvedOn: times(10, '2026-07-01') })
    // 100 days for ten, and ten remain.
    expect(forecast(young, TODAY)).toMatchObject({ since: '2026-06-08', doneOn: '2026-12-24' })
  })

  test('an approval from before the plan was assigned here counts from its own day', () => {
    const moved = plan({ assignedOn: '2026-09-01', approvedOn: ['2026-01-01'] })
    expect(forecast(moved, TODAY)).toMatchObject({ basis: 'PACE', since: '2026-01-01', approvedSince: 1 })
  })

  test('the first approval is the earliest, in whatever order they come', () => {
    const approvedOn = ['2026-05-01', '2026-01-01', '2026-03-01']
    expect(forecast(plan({ assignedOn: '2026-09-01', approvedOn }), TODAY).since).toBe('2026-01-01')
  })

  test('part of a day is a day', () => {
    const approvedOn = times(3, '2026-03-01')
    // 365 days for three, one remains: 121.67.
    expect(forecast(plan({ goals: 4, approvedOn }), TODAY).doneOn).toBe('2027-01-15')
  })

  test.each([
    ['nothing was approved', plan({ approvedOn: ['2025-01-01'] }), 'NONE_APPROVED'],
    ['it is 89 days old', plan({ assignedOn: '2026-06-19', approvedOn: [TODAY] }), 'TOO_EARLY'],
    ['everything is approved', plan({ goals: 1, approvedOn: [TODAY] }), 'ALL_APPROVED'],
    ['it is archived', plan({ archived: true, approvedOn: [TODAY] }), 'ARCHIVED'],
  ])('no day is said when %s', (_name, given, basis) => {
    expect(forecast(given, TODAY)).toMatchObject({ basis, doneOn: null })
  })

  test('90 days are enough', () => {
    expect(forecast(plan({ assignedOn: '2026-06-18', approvedOn: [TODAY] }), TODAY).basis).toBe('PACE')
  })
})

describe('F038 the way so far', () => {
  test('has a point a month, and today', () => {
    const approvedOn = ['2026-08-01', '2026-07-31', TODAY]
    expect(forecast(plan({ assignedOn: '2026-06-30', approvedOn }), TODAY).curve).toEqual([
      { on: '2026-06-30', approved: 0 },
      { on: '2026-07-30', approved: 0 },
      { on: '2026-08-30', approved: 2 },
      { on: TODAY, approved: 3 },
    ])
  })

  test('a day that is today and a month after the last is one point', () => {
    expect(forecast(plan({ assignedOn: '2026-08-15' }), TODAY).curve).toEqual([
      { on: '2026-08-15', approved: 0 },
      { on: TODAY, approved: 0 },
    ])
  })

  test('a plan that was assigned today has one point', () => {
    expect(forecast(plan({ assignedOn: TODAY }), TODAY).curve).toEqual([{ on: TODAY, approved: 0 }])
  })

  test('never falls, and ends with all that are approved', () => {
    const day = integer({ min: 1, max: 28 }).map(
      (of) => `2026-0${(of % 9) + 1}-${String(of).padStart(2, '0')}`,
    )
    assert(
      property(array(day, { maxLength: 40 }), (days) => {
        const approvedOn = days.filter((one) => one <= TODAY)
        const counts = forecast(plan({ approvedOn }), TODAY).curve.map(({ approved }) => approved)
        expect(counts).toEqual(counts.toSorted((a, b) => a - b))
        expect(counts.at(-1)).toBe(approvedOn.length)
      }),
    )
  })
})
