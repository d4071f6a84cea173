import type { RuleCode, RuleUnit } from '../../ledger/domain/rules.ts'
import type { CivilDate, PeriodKind } from '../../ledger/domain/kinds.ts'
import { DELIVERED_RULES } from './delivered.ts'

export const RULE_CODES = [
  'REQUIRED_TOTAL',
  'REQUIRED_PART_1_HOSPITAL',
  'REQUIRED_PART_1_MUNICIPAL',
  'REQUIRED_AFTER_PART_1',
  'REQUIRED_OPEN_UNSELECTED_PRACTICE',
  'MAXIMUM_OTHER_SPECIALITY',
  'ALLOWANCE_PART_1_HOSPITAL',
  'ALLOWANCE_PART_1_MUNICIPAL',
  'ALLOWANCE_PERCENT_AFTER_PART_1',
  'MINIMUM_FTE',
  'NEEDS_SIGNATURE',
  'COVID_EXEMPT_IN_PART_1',
  'UNSUPERVISED_COUNTS',
  'RESEARCH_COUNTS',
  'DAYS_ARE_WORKING_OR_CALENDAR_DAYS',
  'ALLOWANCE_OF_PERIOD_OR_WHOLE',
  'OPEN_PRACTICE_ALLOWANCE',
  'OVERLAP_ABOVE_FULL_TIME',
] as const satisfies readonly RuleCode[]

/** A rule as support gives it; the text is cleaned. */
export interface ProposedRule {
  readonly code: RuleCode
  /** Days, percent, 0 or 1, or the number of the reading, by the code's unit. */
  readonly value: number
  /** Empty: all. */
  readonly kinds: readonly PeriodKind[]
  /** Where it stands; null when nothing was written. */
  readonly source: string | null
  readonly validFrom: CivilDate
}

export type RuleRefusal = 'NOT_PERMITTED' | 'VALUE_INVALID' | 'SOURCE_MISSING' | 'DATE_IN_PAST'

const MOST_DAYS = 40 * 366

const FITS: Readonly<Record<RuleUnit, (value: number) => boolean>> = {
  DAYS: (value) => value >= 0 && value <= MOST_DAYS,
  PERCENT: (value) => value >= 0 && value <= 100,
  SWITCH: (value) => value === 0 || value === 1,
  READING: (value) => value === 1 || value === 2,
}

/** What a rule's value is, by the rule of this code that the portal comes with; MINIMUM_FTE comes with none. */
export const unitOf = (code: RuleCode): RuleUnit =>
  DELIVERED_RULES.find((rule) => rule.code === code)?.unit ?? 'PERCENT'

/**
 * Why a rule cannot be set, or null when it can (B04). The nation's support alone may: a rule holds for everybody. Not
 * for days that have been, so that what people were shown then stands.
 */
export function ruleRefusal(rule: ProposedRule, isSupport: boolean, today: CivilDate): RuleRefusal | null {
  if (!isSupport) return 'NOT_PERMITTED'
  if (!FITS[unitOf(rule.code)](rule.value)) return 'VALUE_INVALID'
  if (rule.source === null) return 'SOURCE_MISSING'
  return rule.validFrom < today ? 'DATE_IN_PAST' : null
}
