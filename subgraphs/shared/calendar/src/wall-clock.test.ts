import { describe, expect, test } from 'vitest'
import { instantOf } from './wall-clock.ts'

describe('clocks', () => {
  test('the hour that is not there in March, and the one that comes twice in October', () => {
    expect(instantOf(new Date('2027-03-28T02:30:00Z')).toISOString()).toBe('2027-03-28T01:30:00.000Z')
    expect(instantOf(new Date('2026-10-25T02:30:00Z')).toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf(new Date('2026-12-01T14:00:00Z')).toISOString()).toBe('2026-12-01T13:00:00.000Z')
  })
})
