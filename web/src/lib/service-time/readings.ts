import { date, number } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { periodKindWord, type PeriodKind } from './words.ts'

/** A threshold or choice as the ledger used it. */
export type Rule = {
  code: string
  value: number
  unit: 'DAYS' | 'PERCENT' | 'SWITCH' | 'READING'
  kinds: readonly PeriodKind[]
  source: string
  startsOn: string
}

type Choice = Pick<Rule, 'code' | 'value' | 'unit' | 'kinds'>

const kindsOf = ({ kinds }: Choice): string => kinds.map((kind) => periodKindWord(kind)).join(', ')

/** By code and value: what was chosen where the regulation is silent, as a sentence. */
const sentences: Record<string, (rule: Choice) => string> = {
  'DAYS_ARE_WORKING_OR_CALENDAR_DAYS 1': () => m.time_reading_DAYS_ARE_WORKING_OR_CALENDAR_DAYS_1(),
  'DAYS_ARE_WORKING_OR_CALENDAR_DAYS 2': () => m.time_reading_DAYS_ARE_WORKING_OR_CALENDAR_DAYS_2(),
  'ALLOWANCE_OF_PERIOD_OR_WHOLE 1': () => m.time_reading_ALLOWANCE_OF_PERIOD_OR_WHOLE_1(),
  'ALLOWANCE_OF_PERIOD_OR_WHOLE 2': () => m.time_reading_ALLOWANCE_OF_PERIOD_OR_WHOLE_2(),
  'OPEN_PRACTICE_ALLOWANCE 1': () => m.time_reading_OPEN_PRACTICE_ALLOWANCE_1(),
  'OPEN_PRACTICE_ALLOWANCE 2': () => m.time_reading_OPEN_PRACTICE_ALLOWANCE_2(),
  'OVERLAP_ABOVE_FULL_TIME 1': () => m.time_reading_OVERLAP_ABOVE_FULL_TIME_1(),
  'OVERLAP_ABOVE_FULL_TIME 2': () => m.time_reading_OVERLAP_ABOVE_FULL_TIME_0(),
  'COVID_EXEMPT_IN_PART_1 1': () => m.time_reading_COVID_EXEMPT_IN_PART_1_1(),
  'COVID_EXEMPT_IN_PART_1 0': () => m.time_reading_COVID_EXEMPT_IN_PART_1_0(),
  'UNSUPERVISED_COUNTS 0': () => m.time_reading_UNSUPERVISED_COUNTS_0(),
  'UNSUPERVISED_COUNTS 1': () => m.time_reading_UNSUPERVISED_COUNTS_1(),
  'RESEARCH_COUNTS 0': () => m.time_reading_RESEARCH_COUNTS_0(),
  'RESEARCH_COUNTS 1': () => m.time_reading_RESEARCH_COUNTS_1(),
  'NEEDS_SIGNATURE 1': (rule) => m.time_reading_NEEDS_SIGNATURE_1({ kinds: kindsOf(rule) }),
  'NEEDS_SIGNATURE 0': () => m.time_reading_NEEDS_SIGNATURE_0(),
}

/** One choice in words; an unknown one is shown by its code. */
export const readingText = (rule: Choice): string => {
  const { code, value } = rule
  return sentences[`${code} ${value}`]?.(rule) ?? m.time_reading_unknown({ code, value: number(value) })
}

export type Reading = { code: string; text: string; source: string }

/** The choices behind the figures, in words. */
export const readingsOf = (rules: readonly Rule[]): Reading[] =>
  rules
    .filter(({ unit }) => unit === 'READING' || unit === 'SWITCH')
    .map((rule) => ({
      code: rule.code,
      text: readingText(rule),
      source: m.time_reading_since({ source: rule.source, date: date(rule.startsOn) }),
    }))
