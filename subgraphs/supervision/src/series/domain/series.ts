import { daysFrom } from '@kompetanse/calendar/day'

export interface SeriesRule {
  readonly everyWeeks: number
  /** How many in all, the first included; or the last day, inclusive. One of the two. */
  readonly count: number | null
  /** YYYY-MM-DD */
  readonly until: string | null
}

const MOST_IN_SERIES = 52

/** How many weeks after the first each conversation is, 0 for the first; null when the rule makes no series. */
export function weeksOf(
  { everyWeeks, count, until }: SeriesRule,
  firstDay: string,
): readonly number[] | null {
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1 || everyWeeks > 26) return null
  if ((count === null) === (until === null)) return null
  const wanted = count ?? Math.floor(daysFrom(firstDay, until ?? '') / (7 * everyWeeks)) + 1
  if (wanted < 2 || wanted > MOST_IN_SERIES) return null
  return Array.from({ length: wanted }, (_, at) => at * everyWeeks)
}
