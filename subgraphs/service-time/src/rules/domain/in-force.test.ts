import { describe, expect, test } from 'vitest'
import type { ServiceTimeRule } from './rule.ts'
import { PERIOD_KINDS } from '../../statement/domain/kinds.ts'
import { DELIVERED_RULES } from './delivered.ts'
import { inForce, kindsToSign, succeeding } from './in-force.ts'

const rule = (value: number, validFrom: string): ServiceTimeRule => ({
  ...{ code: 'REQUIRED_TOTAL', value, unit: 'DAYS', kinds: [], source: '§ 2', validFrom, validTo: null },
})
const periods = (rules: readonly ServiceTimeRule[]) =>
  succeeding(rules).map(({ value, validFrom, validTo }) => [value, validFrom, validTo])

describe('B04 thresholds are dated data', () => {
  test('one holds until the day before the next, in whatever order they were set', () => {
    expect(periods([rule(1, '2019-03-01'), rule(3, '2027-01-01'), rule(2, '2024-03-01')])).toEqual([
      [1, '2019-03-01', '2024-02-29'],
      [2, '2024-03-01', '2026-12-31'],
      [3, '2027-01-01', null],
    ])
  })

  test('of two for the same day, the one that was set last', () => {
    expect(periods([rule(1, '2019-03-01'), rule(2, '2019-03-01')])).toEqual([[2, '2019-03-01', null]])
  })

  test('one of another code ends none', () => {
    const other = { ...rule(9, '2024-03-01'), code: 'RESEARCH_COUNTS' } as const
    expect(periods([rule(1, '2019-03-01'), other])).toEqual([
      [1, '2019-03-01', null],
      [9, '2024-03-01', null],
    ])
  })

  test('both its first and its last day are in force', () => {
    const rules = succeeding([rule(1, '2019-03-01'), rule(2, '2024-03-01')])
    const on = (day: string) => inForce(rules, day).map(({ value }) => value)
    expect([on('2019-02-28'), on('2019-03-01'), on('2024-02-29'), on('2024-03-01')]).toEqual([
      [],
      [1],
      [1],
      [2],
    ])
  })
})

test('F132 which kinds need a signature is data, and can be changed from a day', () => {
  const none = { ...rule(0, '2027-01-01'), code: 'NEEDS_SIGNATURE', unit: 'SWITCH' } as const
  const rules = succeeding([...DELIVERED_RULES, none])
  expect(kindsToSign(rules, '2026-12-31').size).toBeGreaterThan(0)
  expect(kindsToSign(rules, '2027-01-01').size).toBe(0)
})

/** Reading 16: the hospital part of LIS1 is confirmed elsewhere, and research is not counted. */
test.each(PERIOD_KINDS)('F132 as the portal comes, %s needs a signature, or does not', (kind) => {
  const needs = kind !== 'PART_1_HOSPITAL' && kind !== 'RESEARCH'
  expect(kindsToSign(DELIVERED_RULES, '2026-10-15').has(kind)).toBe(needs)
})

test('B04 every other rule that the portal comes with is about all kinds', () => {
  const some = DELIVERED_RULES.filter(({ kinds }) => kinds.length > 0)
  expect(some.map(({ code }) => code)).toEqual(['NEEDS_SIGNATURE'])
})

test('F132 a rule that names no kind is about all of them', () => {
  const all = { ...rule(1, '2027-01-01'), code: 'NEEDS_SIGNATURE', unit: 'SWITCH' } as const
  const rules = succeeding([...DELIVERED_RULES, all])
  expect([...kindsToSign(rules, '2027-01-01')].toSorted()).toEqual([...PERIOD_KINDS].toSorted())
})
