import { describe, expect, test } from 'vitest'
import { addDays, beginningOf, daysBetween, daysFrom, monthsLater, osloDay, today } from './day.ts'

describe('days begin and end in Oslo', () => {
  test('an instant has the day of Oslo’s clocks, in winter and in summer', () => {
    expect(osloDay(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31')
    expect(osloDay(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
    expect(osloDay(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
    expect(today(new Date('2026-06-30T22:00:00Z'))).toEqual(new Date('2026-07-01T00:00:00Z'))
  })

  test('a day begins at its midnight, also when the clocks are changed', () => {
    expect(beginningOf('2027-01-01')).toEqual(new Date('2026-12-31T23:00:00Z'))
    expect(beginningOf('2026-07-01')).toEqual(new Date('2026-06-30T22:00:00Z'))
    expect(beginningOf('2026-03-29')).toEqual(new Date('2026-03-28T23:00:00Z'))
    expect(beginningOf('2026-03-30')).toEqual(new Date('2026-03-29T22:00:00Z'))
    expect(beginningOf('2026-10-25')).toEqual(new Date('2026-10-24T22:00:00Z'))
  })

  test('days between instants are counted by midnights', () => {
    const evening = new Date('2026-03-28T22:00:00Z')
    expect(daysBetween(evening, new Date('2026-03-28T23:30:00Z'))).toBe(1)
    expect(daysBetween(evening, new Date('2026-03-29T22:30:00Z'))).toBe(2)
    expect(daysBetween(new Date('2026-03-29T22:30:00Z'), evening)).toBe(0)
  })
})

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-10-26', -1, '2026-10-25'],
  ['2028-03-01', -1, '2028-02-29'],
  ['2026-01-01', 365, '2027-01-01'],
])('%s and %i days is %s', (day, days, later) => {
  expect(addDays(day, days)).toBe(later)
  expect(daysFrom(day, later)).toBe(days)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-11-15', 3, '2027-02-15'],
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later)
})
