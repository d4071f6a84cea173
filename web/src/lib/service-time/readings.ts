import { date } from '#lib/format/index.ts'
import type { graphql } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { periodKindWord, type PeriodKind } from './words.ts'

type Scalar<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<typeof graphql.scalar<Name>>
export type RuleChoice = Scalar<'ServiceTimeChoice'>

/** What a rule says: one of the three. */
export type RuleValue =
  { readonly days: number } | { readonly percent: number } | { readonly choice: RuleChoice }

/** A threshold or choice as the ledger used it. */
export type Rule = {
  code: string
  value: RuleValue
  kinds: readonly PeriodKind[]
  source: string
  startsOn: string
}

const sentences: Record<RuleChoice, (kinds: readonly PeriodKind[]) => string> = {
  COVID_DEDUCTED: () => m.time_reading_COVID_DEDUCTED(),
  COVID_EXEMPT: () => m.time_reading_COVID_EXEMPT(),
  UNSUPERVISED_NOT_COUNTED: () => m.time_reading_UNSUPERVISED_NOT_COUNTED(),
  UNSUPERVISED_COUNTED: () => m.time_reading_UNSUPERVISED_COUNTED(),
  RESEARCH_NOT_COUNTED: () => m.time_reading_RESEARCH_NOT_COUNTED(),
  RESEARCH_COUNTED: () => m.time_reading_RESEARCH_COUNTED(),
  CALENDAR_DAYS: () => m.time_reading_CALENDAR_DAYS(),
  WORKING_DAYS: () => m.time_reading_WORKING_DAYS(),
  ALLOWANCE_OF_WHOLE: () => m.time_reading_ALLOWANCE_OF_WHOLE(),
  ALLOWANCE_OF_EACH_PERIOD: () => m.time_reading_ALLOWANCE_OF_EACH_PERIOD(),
  OPEN_PRACTICE_BY_ITSELF: () => m.time_reading_OPEN_PRACTICE_BY_ITSELF(),
  OPEN_PRACTICE_WITHIN_WHOLE: () => m.time_reading_OPEN_PRACTICE_WITHIN_WHOLE(),
  OVERLAP_CUT: () => m.time_reading_OVERLAP_CUT(),
  OVERLAP_COUNTED: () => m.time_reading_OVERLAP_COUNTED(),
  SIGNATURE_NOT_NEEDED: () => m.time_reading_SIGNATURE_NOT_NEEDED(),
  SIGNATURE_NEEDED: (kinds) =>
    m.time_reading_SIGNATURE_NEEDED({ kinds: kinds.map((kind) => periodKindWord(kind)).join(', ') }),
}

/** What was chosen where the regulation is silent, as a sentence. */
export const readingText = (choice: RuleChoice, kinds: readonly PeriodKind[] = []): string =>
  sentences[choice](kinds)

export type Reading = { code: string; text: string; source: string }

/** The choices behind the figures, in words. */
export const readingsOf = (rules: readonly Rule[]): Reading[] =>
  rules.flatMap(({ code, value, kinds, source, startsOn }) =>
    'choice' in value
      ? {
          code,
          text: readingText(value.choice, kinds),
          source: m.time_reading_since({ source, date: date(startsOn) }),
        }
      : [],
  )
