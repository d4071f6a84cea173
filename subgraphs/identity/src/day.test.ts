import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from './day.ts'

describe('days begin and end in Norway', () => {
  test.each([
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('%s is on %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day)
  })

  test('the day before the first of March of a leap year', () => {
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  })
})
