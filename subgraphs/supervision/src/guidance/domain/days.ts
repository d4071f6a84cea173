/** Calendar days as text, `YYYY-MM-DD`; both ends of a span are in it. */
export interface Span {
  readonly from: string
  readonly to: string
}

const DAY = 86_400_000
const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY

export const addDays = (day: string, days: number): string =>
  new Date((number(day) + days) * DAY).toISOString().slice(0, 10)

/** How many days a span has; none when it ends before it begins. */
export const lengthOf = ({ from, to }: Span): number => Math.max(0, number(to) - number(from) + 1)

/** What two spans share, or null. */
export function overlap(a: Span, b: Span): Span | null {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : null
}

export const yearSpan = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` })
