import { addDays, dateColumn, type Day } from './day.ts'
import { endsBefore, type Days } from './period.ts'

/** What holds for days: a relation, a deputyship, a delegation. */
export interface Period extends Days {
  /** It counts on no day any more, whatever its days are. */
  readonly cancelled: boolean
}

/** How it ends: after its last day; or cancelled, when no day of it is left. What was done by it stays valid. */
export type Ending = { readonly lastDay: Day } | { readonly cancelled: true }

/** What is over stays as it was. */
export const isOver = ({ validTo, cancelled }: Omit<Period, 'validFrom'>, today: Day): boolean =>
  cancelled || endsBefore({ validTo }, today)

/** What ends because another takes its place from a day on. */
export const endBefore = (day: Day, validFrom: Day): Ending =>
  day <= validFrom ? { cancelled: true } : { lastDay: addDays(day, -1) }

/**
 * How a period ends after a day of its own, sooner than it would; or, when none is said, at once: from today on it
 * counts no more. Null when it cannot.
 */
export function endOf(period: Period, endsOn: Day | null, today: Day): Ending | null {
  const { validFrom, validTo } = period
  if (isOver(period, today)) return null
  if (endsOn === null) return endBefore(today, validFrom)
  const isSooner = endsOn >= validFrom && (validTo === null || endsOn < validTo)
  return isSooner ? { lastDay: endsOn } : null
}

/** The columns of it. */
export const endColumns = (ending: Ending, now: Date) =>
  'lastDay' in ending ? { validTo: dateColumn(ending.lastDay) } : { cancelledAt: now }
