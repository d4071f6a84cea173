import type { Days } from '@kompetanse/calendar/period'
import { describe, expect, test } from 'vitest'
import { nextChange } from './actor.ts'

const TODAY = '2026-10-15'
const period = (validFrom: string, validTo: string | null = null): Days => ({ validFrom, validTo })

describe('F026 what an actor is today holds until', () => {
  test.each([
    [[], null],
    [[period('2026-01-01')], null],
    [[period('2026-01-01', '2026-10-15')], '2026-10-16'],
    [[period('2026-01-01', '2026-12-31')], '2027-01-01'],
    [[period('2026-11-01')], '2026-11-01'],
    [[period('2026-01-01', '2026-10-14')], null],
    [[period('2026-01-01', '2027-06-30'), period('2026-11-01', '2026-11-30')], '2026-11-01'],
  ])('%j: %s', (periods, expected) => {
    expect(nextChange(periods, TODAY)).toBe(expected)
  })
})
