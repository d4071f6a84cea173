import { instantOf, wallClock } from './oslo-time.ts'

export interface SeriesRule {
  readonly first: Date
  readonly everyWeeks: number
  /** How many in all, the first included; or the last day, inclusive. One of the two. */
  readonly count: number | null
  /** YYYY-MM-DD */
  readonly until: string | null
}

export const MOST_IN_SERIES = 52
const WEEK = 7 * 86_400_000

/** When the conversations of a series begin, at the same time of day in Oslo; null when the rule makes no series. */
export function timesOf({ first, everyWeeks, count, until }: SeriesRule): readonly Date[] | null {
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1 || everyWeeks > 26) return null
  if ((count === null) === (until === null)) return null
  const start = wallClock(first).getTime()
  const wanted = count ?? countUntil(start, everyWeeks * WEEK, until ?? '')
  if (wanted < 2 || wanted > MOST_IN_SERIES) return null
  return Array.from({ length: wanted }, (_, at) => instantOf(new Date(start + at * everyWeeks * WEEK)))
}

function countUntil(start: number, step: number, until: string): number {
  const end = Date.parse(`${until}T23:59:59Z`)
  return Math.floor((end - start) / step) + 1
}
