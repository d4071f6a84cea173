import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearSpan } from './days.ts'
import { requirementOf, ruleOn, valueOn, type HoursRule, type Service } from './requirement.ts'

/** ALM: 3 hours a month for 10.5 months from 2019, 4 hours from 2021, 42 hours a year from 2025. */
const ALM: readonly HoursRule[] = [
  { value: 31.5, validFrom: '2019-03-01', validTo: '2020-12-31' },
  { value: 42, validFrom: '2021-01-01', validTo: '2024-12-31' },
  { value: 42, validFrom: '2025-01-01', validTo: null },
]
const hours = (year: number, service: readonly Service[], rules = ALM) =>
  requirementOf(yearSpan(year), rules, service).hours

describe('B06 hours of supervision that a year asks for', () => {
  test('42 hours in full time, a common year and a leap year alike', () => {
    expect(hours(2026, [{ share: 1, from: '2026-01-01', to: null }])).toBeCloseTo(42, 10)
    expect(hours(2028, [{ share: 1, from: '2020-01-01', to: null }])).toBeCloseTo(42, 10)
  })
  test('25.2 hours in 60 %', () => {
    expect(hours(2026, [{ share: 0.6, from: '2026-01-01', to: '2026-12-31' }])).toBeCloseTo(25.2, 10)
  })
  test('half a year: 181 of 365 days ask for 20.83 hours', () => {
    expect(hours(2026, [{ share: 1, from: '2026-01-01', to: '2026-06-30' }])).toBeCloseTo(
      (42 * 181) / 365,
      10,
    )
  })
  test('60 % until summer and 100 % after it: 12.50 + 21.17 hours', () => {
    const service = [
      { share: 0.6, from: '2025-08-01', to: '2026-06-30' },
      { share: 1, from: '2026-07-01', to: null },
    ]
    expect(hours(2026, service)).toBeCloseTo((42 * 0.6 * 181) / 365 + (42 * 184) / 365, 10)
  })
  test('one day of service: 1 of 365, also on the last day of the year', () => {
    for (const day of ['2026-01-01', '2026-05-17', '2026-12-31'])
      expect(hours(2026, [{ share: 1, from: day, to: day }])).toBeCloseTo(42 / 365, 10)
  })
  test('periods told in any order: 30 days of half and 31 of full time', () => {
    const service = [
      { share: 1, from: '2026-10-01', to: '2026-10-31' },
      { share: 0.5, from: '2026-04-01', to: '2026-04-30' },
    ]
    expect(hours(2026, service)).toBeCloseTo((42 * (15 + 31)) / 365, 10)
  })
  test('three years ask for three times the figure, the leap year among them', () => {
    const service = [{ share: 1, from: '2020-01-01', to: null }]
    const asked = requirementOf({ from: '2026-01-01', to: '2028-12-31' }, ALM, service)
    expect(asked.hours).toBeCloseTo(3 * 42, 10)
    expect(asked.fullTimeYears).toBeCloseTo(3, 10)
  })
  test('two places at once are at most full time', () => {
    const service = [
      { share: 0.8, from: '2026-01-01', to: '2026-12-31' },
      { share: 0.5, from: '2026-01-01', to: '2026-12-31' },
    ]
    expect(hours(2026, service)).toBeCloseTo(42, 10)
  })
  test('with no period known the whole figure is asked for, and it is said', () => {
    expect(requirementOf(yearSpan(2026), ALM, [])).toEqual({
      hours: 42,
      basis: 'FULL_TIME_ASSUMED',
      fullTimeYears: 1,
    })
  })
  test('periods that are known, but none in that year, ask for nothing', () => {
    expect(hours(2026, [{ share: 1, from: '2024-01-01', to: '2024-12-31' }])).toBe(0)
  })
  test('the rule of the time counts: 2020 asked for 31.5 hours, 2019 from March on', () => {
    expect(hours(2020, [{ share: 1, from: '2019-01-01', to: null }])).toBeCloseTo(31.5, 10)
    expect(hours(2019, [{ share: 1, from: '2019-01-01', to: null }])).toBeCloseTo((31.5 * 306) / 365, 10)
  })
  test.each([
    ['2018-05-05', 0],
    ['2019-02-28', 0],
    ['2019-03-01', 31.5],
    ['2020-12-31', 31.5],
    ['2021-01-01', 42],
    ['2031-01-01', 42],
  ])('on %s a year asks for %s hours, in whatever order the rules are', (day, value) => {
    expect(valueOn(day, ALM)).toBe(value)
    expect(valueOn(day, ALM.toReversed())).toBe(value)
  })
  test('a rule that has ended asks for nothing after its last day', () => {
    expect(valueOn('2021-01-01', ALM.slice(0, 1))).toBe(0)
  })
  test('of two rules that are in force, the later one counts', () => {
    const rules = [...ALM, { value: 50, validFrom: '2026-01-01', validTo: null }]
    expect(valueOn('2026-06-01', rules)).toBe(50)
    expect(valueOn('2026-06-01', rules.toReversed())).toBe(50)
  })
  test('of two rules with one figure, it is the rule in force that says where it is written', () => {
    const rules = [
      { value: 120, source: 'before', validFrom: '2019-03-01', validTo: '2025-08-31' },
      { value: 120, source: 'now', validFrom: '2025-09-01', validTo: null },
    ]
    expect(ruleOn('2025-08-31', rules)?.source).toBe('before')
    expect(ruleOn('2025-09-01', rules)?.source).toBe('now')
    expect(ruleOn('2019-02-28', rules)).toBeUndefined()
  })
  test('a track with no rule asks for nothing', () => {
    expect(hours(2026, [], [])).toBe(0)
  })
  test('splitting a period in two changes nothing', () => {
    assert(
      property(integer({ min: 1, max: 363 }), integer({ min: 1, max: 100 }), (at, percent) => {
        const share = percent / 100
        const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
        const whole = hours(2026, [{ share, from: day(0), to: day(364) }])
        const split = hours(2026, [
          { share, from: day(0), to: day(at) },
          { share, from: day(at + 1), to: day(364) },
        ])
        expect(split).toBeCloseTo(whole, 9)
      }),
    )
  })
})
