import { describe, expect, test } from 'vitest'
import { firstDayAboveFullTime } from './overlap.ts'

const held = (share: number, startsOn: string, endsOn: string | null = null) => ({ share, startsOn, endsOn })

describe('F131 positions above full time together', () => {
  const half = held(5_000, '2026-01-01', '2026-06-30')

  test('two halves are full time', () => {
    expect(firstDayAboveFullTime(half, [held(5_000, '2026-01-01')])).toBeNull()
  })

  test('the first day is where the last of them begins', () => {
    const others = [held(5_000, '2025-01-01'), held(100, '2026-03-15')]
    expect(firstDayAboveFullTime(half, others)).toBe('2026-03-15')
  })

  test('what ended the day before does not meet it; what ends on its first day does', () => {
    expect(firstDayAboveFullTime(half, [held(10_000, '2025-01-01', '2025-12-31')])).toBeNull()
    expect(firstDayAboveFullTime(half, [held(10_000, '2025-01-01', '2026-01-01')])).toBe('2026-01-01')
  })

  test.each([
    ['before', '2020-01-01', '2020-12-31'],
    ['until the day before', '2025-01-01', '2025-12-31'],
    ['from the day after', '2026-07-01', null],
  ])('others that are above full time %s it are not its business', (_when, startsOn, endsOn) => {
    const others = [held(10_000, startsOn, endsOn), held(10_000, startsOn, endsOn)]
    expect(firstDayAboveFullTime(half, others)).toBeNull()
  })

  test('its last day is one of its days, and of one that goes on every day is', () => {
    const other = [held(10_000, '2026-06-30')]
    expect(firstDayAboveFullTime(half, other)).toBe('2026-06-30')
    expect(firstDayAboveFullTime(held(5_000, '2020-01-01'), other)).toBe('2026-06-30')
  })

  test('two that follow one another never meet', () => {
    const others = [held(5_000, '2026-01-01', '2026-03-31'), held(5_000, '2026-04-01', '2026-06-30')]
    expect(firstDayAboveFullTime(half, others)).toBeNull()
  })
})
