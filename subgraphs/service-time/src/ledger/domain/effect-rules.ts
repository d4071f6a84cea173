import type { Effect, NotCounted, Paragraph } from './effects.ts'
import type { RuleCode } from '../../rules/domain/rule.ts'
import type { PeriodKind } from '../../statement/domain/kinds.ts'

/** An effect's paragraph in the regulation, and the threshold or choice that it comes of. */
export interface Basis {
  readonly paragraph: Paragraph
  readonly rule: RuleCode | null
}

const BASIS = {
  COUNTED_IN_FULL: { paragraph: '31(1)', rule: null },
  COUNTED_IN_PROPORTION: { paragraph: '31(2)', rule: null },
  HOLIDAY_COUNTED: { paragraph: '31(3)b', rule: null },
  COURSE_COUNTED: { paragraph: '31(3)a', rule: null },
  COVID_COUNTED: { paragraph: '31(5)', rule: 'COVID_EXEMPT_IN_PART_1' },
  BEFORE_LICENCE: { paragraph: '2(1)', rule: null },
  NOT_CONFIRMED: { paragraph: '31(1)', rule: 'NEEDS_SIGNATURE' },
  KIND_NOT_COUNTED: { paragraph: '31(1)', rule: 'RESEARCH_COUNTS' },
  UNSUPERVISED_NOT_COUNTED: { paragraph: '2(3)', rule: 'UNSUPERVISED_COUNTS' },
  BELOW_MINIMUM_FTE: { paragraph: '8(4)', rule: 'MINIMUM_FTE' },
  OVERLAP_NOT_COUNTED: { paragraph: '31(2)', rule: 'OVERLAP_ABOVE_FULL_TIME' },
  ABOVE_MAXIMUM_NOT_COUNTED: { paragraph: '31(6)', rule: 'MAXIMUM_OTHER_SPECIALITY' },
} as const satisfies Record<Exclude<Effect, 'ABSENCE_WITHIN_ALLOWANCE' | 'ABSENCE_DEDUCTED'>, Basis>

/** The paragraph by which days are no training time. */
export const paragraphOf = (effect: NotCounted): Paragraph => BASIS[effect].paragraph

export function basisOf(effect: Effect, kind: PeriodKind): Basis {
  if (effect === 'ABSENCE_WITHIN_ALLOWANCE' || effect === 'ABSENCE_DEDUCTED') return absenceBasis(kind)
  return BASIS[effect]
}

function absenceBasis(kind: PeriodKind): Basis {
  if (kind === 'PART_1_HOSPITAL') return { paragraph: '31(4)a', rule: 'ALLOWANCE_PART_1_HOSPITAL' }
  if (kind === 'PART_1_MUNICIPAL') return { paragraph: '31(4)b', rule: 'ALLOWANCE_PART_1_MUNICIPAL' }
  return { paragraph: '31(4)c', rule: 'ALLOWANCE_PERCENT_AFTER_PART_1' }
}
