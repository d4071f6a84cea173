import { addDays, daysFrom } from '@kompetanse/calendar/day'

/** Calendar days as text, `YYYY-MM-DD`; both ends of a span are in it. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** How many days a span has; none when it ends before it begins. */
export const lengthOf = ({ from, to }: Span): number => Math.max(0, daysFrom(from, to) + 1)

/** What two spans share, or null. */
export function overlap(a: Span, b: Span): Span | null {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : null
}

/** The days of a span, one by one; none of none. */
export const daysOf = (span: Span | null): readonly string[] =>
  span ? Array.from({ length: lengthOf(span) }, (_, at) => addDays(span.from, at)) : []

export const yearSpan = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` })
