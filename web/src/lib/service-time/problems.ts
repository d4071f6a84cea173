import { date } from '#lib/format/index.ts'
import type { graphql } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { type Draft, shareOf } from './draft.ts'

type Scalar<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<typeof graphql.scalar<Name>>

/** What is wrong and where, in the graph's own codes. */
export type Problem = {
  /** `END_MISSING` is the form's own: the graph's input has no code for an empty date. */
  code: Scalar<'ServicePeriodProblemCode'> | 'END_MISSING'
  part: Scalar<'ServicePeriodPart'>
  index: number | null
  occursOn: string | null
}

const texts: Record<Problem['code'], (problem: Problem) => string> = {
  DATE_INVALID: () => m.time_problem_DATE_INVALID(),
  END_MISSING: () => m.time_problem_DATE_INVALID(),
  ENDS_BEFORE_START: () => m.time_problem_ENDS_BEFORE_START(),
  STARTS_IN_FUTURE: () => m.time_problem_STARTS_IN_FUTURE(),
  LONGER_THAN_30_YEARS: () => m.time_problem_LONGER_THAN_30_YEARS(),
  SHARE_OUT_OF_RANGE: () => m.time_problem_SHARE_OUT_OF_RANGE(),
  SHARE_TOO_FINE: () => m.time_problem_SHARE_TOO_FINE(),
  OUTSIDE_PERIOD: () => m.time_problem_OUTSIDE_PERIOD(),
  TOO_MANY_ROWS: () => m.time_problem_TOO_MANY_ROWS(),
  ENTERPRISE_MISSING: () => m.time_problem_ENTERPRISE_MISSING(),
  ENTERPRISE_UNKNOWN: () => m.time_problem_ENTERPRISE_UNKNOWN(),
  POSITION_MISSING: () => m.time_problem_POSITION_MISSING(),
  REASON_MISSING: () => m.time_problem_REASON_MISSING(),
  OVERLAP_NOT_EXPLAINED: ({ occursOn }) =>
    m.time_problem_OVERLAP_NOT_EXPLAINED({ day: occursOn ? date(occursOn) : '' }),
}

export type FieldName = 'place' | 'position' | 'percent' | 'from' | 'to' | 'reason' | 'overlap' | 'rows'

const fields: Record<Problem['code'], FieldName> = {
  DATE_INVALID: 'from',
  END_MISSING: 'to',
  ENDS_BEFORE_START: 'to',
  STARTS_IN_FUTURE: 'from',
  LONGER_THAN_30_YEARS: 'to',
  SHARE_OUT_OF_RANGE: 'percent',
  SHARE_TOO_FINE: 'percent',
  OUTSIDE_PERIOD: 'from',
  TOO_MANY_ROWS: 'rows',
  ENTERPRISE_MISSING: 'place',
  ENTERPRISE_UNKNOWN: 'place',
  POSITION_MISSING: 'position',
  REASON_MISSING: 'reason',
  OVERLAP_NOT_EXPLAINED: 'overlap',
}

/** The words for one field, all that is wrong with it; undefined when nothing is. */
export const errorAt = (
  problems: readonly Problem[],
  field: FieldName,
  { part = 'PERIOD', index = null }: { part?: Problem['part']; index?: number | null } = {},
): string | undefined => {
  const here = problems.filter(
    (one) => one.part === part && one.index === index && fields[one.code] === field,
  )
  return here.length ? [...new Set(here.map((one) => texts[one.code](one)))].join(' ') : undefined
}

type Dated = { startsOn: string; endsOn: string }
const at =
  (part: Problem['part'], index: number | null) =>
  (code: Problem['code']): Problem => ({
    ...{ code, part, index, occursOn: null },
  })

const dates = ({ startsOn, endsOn }: Dated, say: (code: Problem['code']) => Problem): Problem[] => [
  ...(startsOn ? [] : [say('DATE_INVALID')]),
  ...(endsOn ? [] : [say('END_MISSING')]),
]

const shares = (percent: string, say: (code: Problem['code']) => Problem): Problem[] => {
  const share = shareOf(percent)
  return share > 0 && share <= 1 ? [] : [say('SHARE_OUT_OF_RANGE')]
}

/** Problems that keep the form from being sent: an empty date, or a percent that is no number. */
export const unsendable = (draft: Draft): Problem[] => {
  const period = at('PERIOD', null)
  const { absences, gaps } = draft
  return [
    ...dates({ ...draft, endsOn: draft.ongoing ? 'ongoing' : draft.endsOn }, period),
    ...shares(draft.percent, period),
    ...absences.flatMap((row, index) => {
      const say = at('ABSENCE', index)
      return [...dates(row, say), ...shares(row.percent, say)]
    }),
    ...gaps.flatMap((row, index) => dates(row, at('UNSUPERVISED', index))),
    ...missingTexts(draft),
  ]
}

/** Missing texts, reported together with the problems that keep the form from being sent. */
const missingTexts = ({ place, position, gaps }: Draft): Problem[] => [
  ...(place.trim() ? [] : [at('PERIOD', null)('ENTERPRISE_MISSING')]),
  ...(position.trim() ? [] : [at('PERIOD', null)('POSITION_MISSING')]),
  ...gaps.flatMap(({ reason }, index) =>
    reason.trim() ? [] : [at('UNSUPERVISED', index)('REASON_MISSING')],
  ),
]
