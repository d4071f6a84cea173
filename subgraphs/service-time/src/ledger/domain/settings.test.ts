import { describe, expect, test } from 'vitest'
import { DEFAULT_RULES } from '../../rules/domain/default-rules.ts'
import type { RuleCode, ServiceTimeRule } from '../../rules/domain/rule.ts'
import { dayNumber } from '../../statement/domain/day.ts'
import { type Settings, settingsOn } from './settings.ts'
import { withRule } from './testing.ts'
import { unitsOf } from './units.ts'

const DAY = '2024-06-30'

/** A rule's value → the setting that it makes. */
const CHOICES: readonly (readonly [RuleCode, number, keyof Settings, boolean])[] = [
  ['COVID_EXEMPT_IN_PART_1', 1, 'covidExempt', true],
  ['COVID_EXEMPT_IN_PART_1', 0, 'covidExempt', false],
  ['UNSUPERVISED_COUNTS', 1, 'unsupervisedCounts', true],
  ['UNSUPERVISED_COUNTS', 0, 'unsupervisedCounts', false],
  ['RESEARCH_COUNTS', 1, 'researchCounts', true],
  ['RESEARCH_COUNTS', 0, 'researchCounts', false],
  ['DAYS_ARE_WORKING_OR_CALENDAR_DAYS', 1, 'workingDays', false],
  ['DAYS_ARE_WORKING_OR_CALENDAR_DAYS', 2, 'workingDays', true],
  ['ALLOWANCE_OF_PERIOD_OR_WHOLE', 1, 'allowanceOfEachPeriod', false],
  ['ALLOWANCE_OF_PERIOD_OR_WHOLE', 2, 'allowanceOfEachPeriod', true],
  ['OPEN_PRACTICE_ALLOWANCE', 1, 'openPracticeByItself', true],
  ['OPEN_PRACTICE_ALLOWANCE', 2, 'openPracticeByItself', false],
  ['OVERLAP_ABOVE_FULL_TIME', 1, 'overlapIsCut', true],
  ['OVERLAP_ABOVE_FULL_TIME', 2, 'overlapIsCut', false],
]

test.each(CHOICES)('B04 %s is %d: %s is %s', (code, value, setting, is) => {
  expect(settingsOn(withRule(code, value), DAY)[setting]).toBe(is)
})

test('B04 thresholds: days of full time, and ten percent in hundredths', () => {
  expect(settingsOn(DEFAULT_RULES, DAY)).toMatchObject({
    required: {
      TOTAL_TRAINING_TIME: unitsOf(2372),
      PART_1_HOSPITAL: unitsOf(365),
      PART_1_MUNICIPAL: unitsOf(181),
      AFTER_PART_1: unitsOf(1826),
      OPEN_UNSELECTED_PRACTICE: unitsOf(730),
      OTHER_SPECIALITY_AT_MOST: unitsOf(1188),
    },
    hospitalAllowance: unitsOf(12),
    municipalAllowance: unitsOf(6),
    allowancePercent: 1000,
    minimumFte: [],
  })
})

describe('B04 the rule of a day', () => {
  const [total, ...others] = DEFAULT_RULES as [ServiceTimeRule, ...ServiceTimeRule[]]
  const dated = (value: number, validFrom: string, validTo: string | null) => ({
    ...total,
    ...{ value, validFrom, validTo },
  })
  const first = dated(1, '2020-01-01', '2020-12-31')
  const second = dated(2, '2022-01-01', null)
  const third = dated(3, '2023-01-01', '2023-12-31')

  test.each([
    ['2019-12-31', 1, 'before the first, the first'],
    ['2020-01-01', 1, 'from its first day'],
    ['2020-12-31', 1, 'to its last'],
    ['2021-06-30', 1, 'where none is in force, the first'],
    ['2021-12-31', 1, 'until the day before the next'],
    ['2022-01-01', 2, 'from the next one’s first day'],
    ['2023-01-01', 3, 'of two, the one that came last'],
    ['2023-12-31', 3, 'to its last day'],
    ['2024-01-01', 2, 'then the other again'],
  ])('%s: %d, %s', (day, value) => {
    for (const rules of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ]) {
      const settings = settingsOn([...others, ...rules], day)
      expect(settings.required.TOTAL_TRAINING_TIME).toBe(unitsOf(value))
      expect(settings.rules.filter(({ code }) => code === total.code)).toEqual([
        [first, second, third].find((rule) => rule.value === value),
      ])
    }
  })

  test('those that were used are told, each once', () => {
    expect(settingsOn(DEFAULT_RULES, DAY).rules.toSorted(byCode)).toEqual(DEFAULT_RULES.toSorted(byCode))
  })

  test('a least share goes by the day served: all that there ever were', () => {
    const least = (validTo: string | null): ServiceTimeRule => ({
      ...{ code: 'MINIMUM_FTE', value: 50, unit: 'PERCENT', kinds: ['OPEN_UNSELECTED_PRACTICE'], source: '' },
      ...{ validFrom: '2019-03-01', validTo },
    })
    const rules = [least('2024-12-31'), least(null)]
    const { minimumFte, rules: used } = settingsOn([...DEFAULT_RULES, ...rules], DAY)
    const common = { from: dayNumber('2019-03-01'), kinds: ['OPEN_UNSELECTED_PRACTICE'], share: 5000 }
    expect(minimumFte).toEqual([
      { ...common, to: dayNumber('2024-12-31') },
      { ...common, to: Number.MAX_SAFE_INTEGER },
    ])
    expect(used.slice(-2)).toEqual(rules)
  })
})

const byCode = (a: ServiceTimeRule, b: ServiceTimeRule) => a.code.localeCompare(b.code)
