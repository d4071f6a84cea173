import type { RuleCode, ServiceTimeRule } from './rule.ts'

/**
 * What can be chosen, of which setting, and the number that it is kept as: the one that section-31.md has for it. In the
 * order in which a setting offers them.
 */
export const CHOICES = {
  COVID_DEDUCTED: { of: 'COVID_EXEMPT_IN_PART_1', kept: 0 },
  COVID_EXEMPT: { of: 'COVID_EXEMPT_IN_PART_1', kept: 1 },
  UNSUPERVISED_NOT_COUNTED: { of: 'UNSUPERVISED_COUNTS', kept: 0 },
  UNSUPERVISED_COUNTED: { of: 'UNSUPERVISED_COUNTS', kept: 1 },
  RESEARCH_NOT_COUNTED: { of: 'RESEARCH_COUNTS', kept: 0 },
  RESEARCH_COUNTED: { of: 'RESEARCH_COUNTS', kept: 1 },
  CALENDAR_DAYS: { of: 'DAYS_ARE_WORKING_OR_CALENDAR_DAYS', kept: 1 },
  WORKING_DAYS: { of: 'DAYS_ARE_WORKING_OR_CALENDAR_DAYS', kept: 2 },
  ALLOWANCE_OF_WHOLE: { of: 'ALLOWANCE_OF_PERIOD_OR_WHOLE', kept: 1 },
  ALLOWANCE_OF_EACH_PERIOD: { of: 'ALLOWANCE_OF_PERIOD_OR_WHOLE', kept: 2 },
  OPEN_PRACTICE_BY_ITSELF: { of: 'OPEN_PRACTICE_ALLOWANCE', kept: 1 },
  OPEN_PRACTICE_WITHIN_WHOLE: { of: 'OPEN_PRACTICE_ALLOWANCE', kept: 2 },
  OVERLAP_CUT: { of: 'OVERLAP_ABOVE_FULL_TIME', kept: 1 },
  OVERLAP_COUNTED: { of: 'OVERLAP_ABOVE_FULL_TIME', kept: 2 },
  SIGNATURE_NOT_NEEDED: { of: 'NEEDS_SIGNATURE', kept: 0 },
  SIGNATURE_NEEDED: { of: 'NEEDS_SIGNATURE', kept: 1 },
} as const satisfies Readonly<Record<string, { of: RuleCode; kept: number }>>
export type Choice = keyof typeof CHOICES

export const ALL_CHOICES = Object.keys(CHOICES) as readonly Choice[]

/** What a setting can be; nothing where it is a number. */
export const choicesOf = (code: RuleCode): readonly Choice[] =>
  ALL_CHOICES.filter((choice) => CHOICES[choice].of === code)

/** What a rule has chosen; undefined of a number. */
export const choiceOf = ({ code, value }: Pick<ServiceTimeRule, 'code' | 'value'>): Choice | undefined =>
  choicesOf(code).find((choice) => CHOICES[choice].kept === value)
