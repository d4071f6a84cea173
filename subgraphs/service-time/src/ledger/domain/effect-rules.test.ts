import { describe, expect, test } from 'vitest'
import type { RuleCode } from '../../rules/domain/rule.ts'
import { PERIOD_KINDS } from '../../statement/domain/kinds.ts'
import { basisOf, paragraphOf } from './effect-rules.ts'
import type { Effect, NotCounted, Paragraph } from './effects.ts'
import { isCut, isNotCounted, isTrainingTime, type Portion } from './stretch.ts'
import { requirementsOf } from './totals.ts'

type Row = readonly [Paragraph | 'by kind', RuleCode | null, 'counts' | 'does not' | 'is cut']

/** By the regulation and its readings: effect → where it stands, the setting behind it, and what it is. */
const EFFECTS: Readonly<Record<Effect, Row>> = {
  COUNTED_IN_FULL: ['31(1)', null, 'counts'],
  COUNTED_IN_PROPORTION: ['31(2)', null, 'counts'],
  HOLIDAY_COUNTED: ['31(3)b', null, 'counts'],
  COURSE_COUNTED: ['31(3)a', null, 'counts'],
  COVID_COUNTED: ['31(5)', 'COVID_EXEMPT_IN_PART_1', 'counts'],
  ABSENCE_WITHIN_ALLOWANCE: ['by kind', null, 'counts'],
  ABSENCE_DEDUCTED: ['by kind', null, 'counts'],
  BEFORE_LICENCE: ['2(1)', null, 'does not'],
  NOT_CONFIRMED: ['31(1)', 'NEEDS_SIGNATURE', 'does not'],
  KIND_NOT_COUNTED: ['31(1)', 'RESEARCH_COUNTS', 'does not'],
  UNSUPERVISED_NOT_COUNTED: ['2(3)', 'UNSUPERVISED_COUNTS', 'does not'],
  BELOW_MINIMUM_FTE: ['8(4)', 'MINIMUM_FTE', 'does not'],
  OVERLAP_NOT_COUNTED: ['31(2)', 'OVERLAP_ABOVE_FULL_TIME', 'is cut'],
  ABOVE_MAXIMUM_NOT_COUNTED: ['31(6)', 'MAXIMUM_OTHER_SPECIALITY', 'is cut'],
}
const effects = Object.entries(EFFECTS) as [Effect, Row][]

describe('B04 F139 each effect, whatever the kind', () => {
  test.each(effects)('%s', (effect, [paragraph, rule, what]) => {
    const portion = { effect } as Portion
    expect(isNotCounted(effect)).toBe(what !== 'counts')
    expect(isTrainingTime(portion)).toBe(what === 'counts')
    expect(isCut(portion)).toBe(what === 'is cut')
    if (paragraph === 'by kind') return
    for (const kind of PERIOD_KINDS) expect(basisOf(effect, kind)).toEqual({ paragraph, rule })
    if (what !== 'counts') expect(paragraphOf(effect as NotCounted)).toBe(paragraph)
  })
})

/** § 31(4): twelve days, six days, ten percent. § 2: what each kind is part of, besides all of it. */
const KINDS = {
  PART_1_HOSPITAL: ['31(4)a', 'ALLOWANCE_PART_1_HOSPITAL', ['PART_1_HOSPITAL']],
  PART_1_MUNICIPAL: ['31(4)b', 'ALLOWANCE_PART_1_MUNICIPAL', ['PART_1_MUNICIPAL']],
  OPEN_UNSELECTED_PRACTICE: [
    '31(4)c',
    'ALLOWANCE_PERCENT_AFTER_PART_1',
    ['AFTER_PART_1', 'OPEN_UNSELECTED_PRACTICE'],
  ],
  HOSPITAL: ['31(4)c', 'ALLOWANCE_PERCENT_AFTER_PART_1', ['AFTER_PART_1']],
  INSTITUTION: ['31(4)c', 'ALLOWANCE_PERCENT_AFTER_PART_1', ['AFTER_PART_1']],
  OTHER_GENERAL_PRACTICE: ['31(4)c', 'ALLOWANCE_PERCENT_AFTER_PART_1', ['AFTER_PART_1']],
  COMMUNITY_MEDICINE: ['31(4)c', 'ALLOWANCE_PERCENT_AFTER_PART_1', ['AFTER_PART_1']],
  OCCUPATIONAL_MEDICINE: ['31(4)c', 'ALLOWANCE_PERCENT_AFTER_PART_1', ['AFTER_PART_1']],
  RESEARCH: ['31(4)c', 'ALLOWANCE_PERCENT_AFTER_PART_1', ['AFTER_PART_1']],
  OTHER_SPECIALITY: [
    '31(4)c',
    'ALLOWANCE_PERCENT_AFTER_PART_1',
    ['AFTER_PART_1', 'OTHER_SPECIALITY_AT_MOST'],
  ],
} as const

describe('B04 F139 each kind', () => {
  test.each(PERIOD_KINDS)(
    '%s: the paragraph of its absence, and the requirements that it is part of',
    (kind) => {
      const [paragraph, rule, requirements] = KINDS[kind]
      for (const effect of ['ABSENCE_WITHIN_ALLOWANCE', 'ABSENCE_DEDUCTED'] as const)
        expect(basisOf(effect, kind)).toEqual({ paragraph, rule })
      expect(requirementsOf(kind)).toEqual(['TOTAL_TRAINING_TIME', ...requirements])
    },
  )
})
