import type { CivilDate, PeriodKind } from '../../statement/domain/kinds.ts'

/**
 * Thresholds and choices, in the order of the regulation. NEEDS_SIGNATURE is of the workflow: the calculation is told
 * what is confirmed.
 */
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
] as const
export type RuleCode = (typeof RULE_CODES)[number]

/** How a rule is kept. What is a choice was one by 0 and 1, or by 1 and 2. */
export type RuleUnit = 'DAYS' | 'PERCENT' | 'SWITCH' | 'READING'

/** One threshold or choice, in force from a date. */
export interface ServiceTimeRule {
  readonly code: RuleCode
  /** Days, percent, or the number that a choice is kept as. */
  readonly value: number
  readonly unit: RuleUnit
  /** The kinds that it is about; empty: all. */
  readonly kinds: readonly PeriodKind[]
  /** Where it is written, in Norwegian as in the regulation. */
  readonly source: string
  readonly validFrom: CivilDate
  /** The last day; null while it is in force. */
  readonly validTo: CivilDate | null
}
