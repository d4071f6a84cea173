import { type Day, dayNumber, parseDay } from './day.ts'
import type { CivilDate } from './kinds.ts'
import { SHARE } from './share.ts'

export const PERIOD_PROBLEMS = [
  'DATE_INVALID',
  'ENDS_BEFORE_START',
  'STARTS_IN_FUTURE',
  'LONGER_THAN_30_YEARS',
  'SHARE_OUT_OF_RANGE',
  'SHARE_TOO_FINE',
  'OUTSIDE_PERIOD',
  'TOO_MANY_ROWS',
] as const

export type PeriodProblemCode = (typeof PERIOD_PROBLEMS)[number]

/** What is wrong, and with which part: the id of an absence or of an unsupervised period, or null for the period. */
export interface PeriodProblem {
  readonly code: PeriodProblemCode
  readonly part: 'PERIOD' | 'ABSENCE' | 'UNSUPERVISED'
  readonly id: string | null
}

const LONGEST = 30 * 366
/** Absences and unsupervised periods of one period. */
const MOST_ROWS = 400

interface Row {
  readonly id: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  /** Of an absence: the part of the position that was away; 1 is all of it. */
  readonly share?: number
}

interface Stated {
  /** 1 is full time. */
  readonly fte: number
  readonly startsOn: CivilDate
  /** The last day; null while it goes on. */
  readonly endsOn: CivilDate | null
  readonly absences: readonly Row[]
  readonly unsupervisedPeriods: readonly Row[]
}

interface Span {
  readonly from: Day
  /** Null while it goes on. */
  readonly to: Day | null
}

/**
 * All that is wrong with a period, in the order of its parts; empty when it can be counted. An end after `today` is
 * right: an employment may have a last day, and only the days until then are counted.
 */
export function validatePeriod(period: Stated, today: CivilDate): readonly PeriodProblem[] {
  const of = (code: PeriodProblemCode): PeriodProblem => ({ code, part: 'PERIOD', id: null })
  if (period.absences.length + period.unsupervisedPeriods.length > MOST_ROWS) return [of('TOO_MANY_ROWS')]
  const span = spanOf(period.startsOn, period.endsOn)
  return [
    ...spanProblems(span, dayNumber(today)).map(of),
    ...shareProblems(period.fte).map(of),
    ...period.absences.flatMap((row) => rowProblems(row, 'ABSENCE', span)),
    ...period.unsupervisedPeriods.flatMap((row) => rowProblems(row, 'UNSUPERVISED', span)),
  ]
}

function spanOf(startsOn: CivilDate, endsOn: CivilDate | null): Span | null {
  const from = parseDay(startsOn)
  const to = endsOn === null ? null : parseDay(endsOn)
  if (from === null || (endsOn !== null && to === null)) return null
  return { from, to }
}

function spanProblems(span: Span | null, today: Day): PeriodProblemCode[] {
  if (!span) return ['DATE_INVALID']
  if (span.to !== null && span.to < span.from) return ['ENDS_BEFORE_START']
  if (span.from > today) return ['STARTS_IN_FUTURE']
  return (span.to ?? today) - span.from >= LONGEST ? ['LONGER_THAN_30_YEARS'] : []
}

function shareProblems(share: number): PeriodProblemCode[] {
  if (!(share > 0 && share <= 1)) return ['SHARE_OUT_OF_RANGE']
  // A share such as 0.57 is not exact in binary: what is no whole ten-thousandth is off by more than that.
  const tenThousandths = share * SHARE
  return Math.abs(tenThousandths - Math.round(tenThousandths)) > 1e-6 ? ['SHARE_TOO_FINE'] : []
}

function rowProblems(row: Row, part: PeriodProblem['part'], period: Span | null): PeriodProblem[] {
  const codes: PeriodProblemCode[] = row.share === undefined ? [] : shareProblems(row.share)
  const from = parseDay(row.startsOn)
  const to = parseDay(row.endsOn)
  if (from === null || to === null) codes.push('DATE_INVALID')
  else if (to < from) codes.push('ENDS_BEFORE_START')
  else if (period && isOutside({ from, to }, period)) codes.push('OUTSIDE_PERIOD')
  return codes.map((code) => ({ code, part, id: row.id }))
}

function isOutside({ from, to }: { from: Day; to: Day }, period: Span) {
  return from < period.from || (period.to !== null && to > period.to)
}
