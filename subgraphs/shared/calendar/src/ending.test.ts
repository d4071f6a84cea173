import { describe, expect, test } from 'vitest'
import { dateColumn } from './day.ts'
import { endBefore, endColumns, endOf, isOver } from './ending.ts'

const TODAY = '2026-09-15'
const CANCELLED = { cancelled: true }
const period = (validFrom: string, validTo: string | null = null, cancelled = false) => ({
  ...{ validFrom, validTo, cancelled },
})

describe('F073 F093 how what holds for days ends', () => {
  test.each([
    [period('2026-01-01'), false],
    [period('2026-01-01', '2026-09-15'), false],
    [period('2026-01-01', '2026-09-14'), true],
    [period('2026-01-01', null, true), true],
  ])('%j is over: %j', (what, over) => {
    expect(isOver(what, TODAY)).toBe(over)
  })

  test.each([
    ['of which no day is left', '2026-09-15', CANCELLED],
    ['of days to come', '2026-09-16', CANCELLED],
    ['that has run', '2026-09-14', { lastDay: '2026-09-14' }],
  ])('at once, one %s', (_which, validFrom, ending) => {
    expect(endBefore(TODAY, validFrom)).toEqual(ending)
    expect(endOf(period(validFrom), null, TODAY)).toEqual(ending)
  })

  test.each([
    ['on a day of its own', period('2026-01-01'), '2026-10-01', { lastDay: '2026-10-01' }],
    ['on its first day', period('2026-10-01'), '2026-10-01', { lastDay: '2026-10-01' }],
    ['before it begins', period('2026-10-01'), '2026-09-30', null],
    ['sooner than it would', period('2026-01-01', '2026-12-31'), '2026-12-30', { lastDay: '2026-12-30' }],
    ['when it would anyway', period('2026-01-01', '2026-12-31'), '2026-12-31', null],
    ['when it is over', period('2026-01-01', '2026-09-14'), '2026-09-10', null],
    ['at once, when it is over', period('2026-01-01', null, true), null, null],
  ])('%s', (_when, what, endsOn, ending) => {
    expect(endOf(what, endsOn, TODAY)).toEqual(ending)
  })

  test('is written as a last day, or as the moment when it was cancelled', () => {
    const now = new Date('2026-09-15T10:00:00Z')
    expect(endColumns({ lastDay: TODAY }, now)).toEqual({ validTo: dateColumn(TODAY) })
    expect(endColumns({ cancelled: true }, now)).toEqual({ cancelledAt: now })
  })
})
