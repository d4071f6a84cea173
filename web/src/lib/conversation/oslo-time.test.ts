import { describe, expect, it } from 'vitest'
import { instantOf, wallClockOf } from './oslo-time.ts'

describe('F017 F046 a time of day in Norway, wherever the browser is', () => {
  it.each([
    ['in winter', '2026-01-15', '14:00', '2026-01-15T13:00:00.000Z'],
    ['in summer', '2026-07-15', '14:00', '2026-07-15T12:00:00.000Z'],
    ['just after midnight in summer', '2026-07-15', '00:30', '2026-07-14T22:30:00.000Z'],
    ['in the hour that summer time leaves out', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['in the hour that comes twice', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['on a leap day', '2028-02-29', '08:00', '2028-02-29T07:00:00.000Z'],
  ])('%s', (_name, date, time, instant) => {
    expect(instantOf(date, time)).toBe(instant)
  })

  it('is nothing when a field is empty', () => {
    expect([instantOf('', '14:00'), instantOf('2026-01-15', '')]).toEqual([undefined, undefined])
  })

  it('comes back as it was', () => {
    expect(wallClockOf('2026-10-15T12:00:00Z')).toEqual({ date: '2026-10-15', time: '14:00' })
  })
})
