import { number, percent } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { readingText, type RuleValue } from '#lib/service-time/readings.ts'
import { PERIOD_KINDS, periodKindWord } from '#lib/service-time/words.ts'
import type { RuleData, Setting } from './queries.ts'

type Code = Setting['code']

const titles: Record<Code, () => string> = {
  REQUIRED_TOTAL: m.rule_title_REQUIRED_TOTAL,
  REQUIRED_PART_1_HOSPITAL: m.rule_title_REQUIRED_PART_1_HOSPITAL,
  REQUIRED_PART_1_MUNICIPAL: m.rule_title_REQUIRED_PART_1_MUNICIPAL,
  REQUIRED_AFTER_PART_1: m.rule_title_REQUIRED_AFTER_PART_1,
  REQUIRED_OPEN_UNSELECTED_PRACTICE: m.rule_title_REQUIRED_OPEN_UNSELECTED_PRACTICE,
  MAXIMUM_OTHER_SPECIALITY: m.rule_title_MAXIMUM_OTHER_SPECIALITY,
  ALLOWANCE_PART_1_HOSPITAL: m.rule_title_ALLOWANCE_PART_1_HOSPITAL,
  ALLOWANCE_PART_1_MUNICIPAL: m.rule_title_ALLOWANCE_PART_1_MUNICIPAL,
  ALLOWANCE_PERCENT_AFTER_PART_1: m.rule_title_ALLOWANCE_PERCENT_AFTER_PART_1,
  MINIMUM_FTE: m.rule_title_MINIMUM_FTE,
  NEEDS_SIGNATURE: m.rule_title_NEEDS_SIGNATURE,
  COVID_EXEMPT_IN_PART_1: m.rule_title_COVID_EXEMPT_IN_PART_1,
  UNSUPERVISED_COUNTS: m.rule_title_UNSUPERVISED_COUNTS,
  RESEARCH_COUNTS: m.rule_title_RESEARCH_COUNTS,
  DAYS_ARE_WORKING_OR_CALENDAR_DAYS: m.rule_title_DAYS_ARE_WORKING_OR_CALENDAR_DAYS,
  ALLOWANCE_OF_PERIOD_OR_WHOLE: m.rule_title_ALLOWANCE_OF_PERIOD_OR_WHOLE,
  OPEN_PRACTICE_ALLOWANCE: m.rule_title_OPEN_PRACTICE_ALLOWANCE,
  OVERLAP_ABOVE_FULL_TIME: m.rule_title_OVERLAP_ABOVE_FULL_TIME,
}
export const settingTitle = (code: Code): string => titles[code]()

type Group = { id: string; heading: string; note: string; codes: readonly Code[] }

/** The settings as they belong together on the page. */
export const groups = (): readonly Group[] => [
  {
    id: 'TIME',
    heading: m.rule_group_TIME(),
    note: m.rule_group_TIME_note(),
    codes: [
      'REQUIRED_TOTAL',
      'REQUIRED_PART_1_HOSPITAL',
      'REQUIRED_PART_1_MUNICIPAL',
      'REQUIRED_AFTER_PART_1',
      'REQUIRED_OPEN_UNSELECTED_PRACTICE',
      'MAXIMUM_OTHER_SPECIALITY',
    ],
  },
  {
    id: 'ABSENCE',
    heading: m.rule_group_ABSENCE(),
    note: m.rule_group_ABSENCE_note(),
    codes: [
      'ALLOWANCE_PART_1_HOSPITAL',
      'ALLOWANCE_PART_1_MUNICIPAL',
      'ALLOWANCE_PERCENT_AFTER_PART_1',
      'DAYS_ARE_WORKING_OR_CALENDAR_DAYS',
      'ALLOWANCE_OF_PERIOD_OR_WHOLE',
      'OPEN_PRACTICE_ALLOWANCE',
      'COVID_EXEMPT_IN_PART_1',
    ],
  },
  {
    id: 'COUNTS',
    heading: m.rule_group_COUNTS(),
    note: m.rule_group_COUNTS_note(),
    codes: ['MINIMUM_FTE', 'OVERLAP_ABOVE_FULL_TIME', 'UNSUPERVISED_COUNTS', 'RESEARCH_COUNTS'],
  },
  {
    id: 'SIGNING',
    heading: m.rule_group_SIGNING(),
    note: m.rule_group_SIGNING_note(),
    codes: ['NEEDS_SIGNATURE'],
  },
]

/** What a rule says, be it set already or about to be. */
export type Said = Pick<RuleData, 'code' | 'kinds'> & { readonly value: RuleValue }

/** A rule that names no kind is about all of them. */
const kindsText = ({ kinds }: Pick<Said, 'kinds'>): string =>
  (kinds.length ? kinds : PERIOD_KINDS).map((kind) => periodKindWord(kind)).join(', ')

const minimumText = (least: number, rule: Said): string => {
  if (least === 0) return m.rule_minimum_none()
  return rule.kinds.length
    ? m.rule_minimum({ percent: percent(least), kinds: kindsText(rule) })
    : m.rule_minimum_all({ percent: percent(least) })
}

/** A rule in a few words or a sentence. */
export const ruleText = (rule: Said): string => {
  const { code, value } = rule
  if ('days' in value) return m.rule_days({ count: value.days, days: number(value.days) })
  if ('choice' in value)
    return value.choice === 'SIGNATURE_NEEDED'
      ? m.rule_signature({ kinds: kindsText(rule) })
      : readingText(value.choice)
  return code === 'MINIMUM_FTE'
    ? minimumText(value.percent, rule)
    : m.rule_of_time({ percent: percent(value.percent) })
}

/** How a new rule affects the account, for the form that sets it. */
export const consequence = (code: Code): string => {
  if (code === 'MINIMUM_FTE') return m.rule_means_MINIMUM_FTE()
  return code === 'NEEDS_SIGNATURE' ? m.rule_means_NEEDS_SIGNATURE() : m.rule_means_all()
}
