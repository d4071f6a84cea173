import { dayNumber } from './days.ts'

type Span = { startsOn: string; endsOn: string | null }

/** The place of an item on the line, in percent of its length. */
export type Placed<Item> = { item: Item; left: number; width: number; lane: number }
export type Lanes<Item> = { placed: readonly Placed<Item>[]; count: number }
export type Year = { year: number; left: number }
export type Scale = { from: number; to: number; years: readonly Year[] }

const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()
const share = (day: number, { from, to }: Scale): number => ((day - from) / (to - from)) * 100

/** From the first day of all to today, or to the last day when that is later; with each new year in between. */
export const scaleOf = (spans: readonly Span[], today: string): Scale => {
  const starts = spans.map(({ startsOn }) => dayNumber(startsOn))
  const ends = spans.map(({ endsOn }) => dayNumber(endsOn ?? today) + 1)
  const from = Math.min(...starts, dayNumber(today))
  const to = Math.max(...ends, dayNumber(today) + 1)
  const scale = { from, to, years: [] }
  const years: Year[] = []
  for (let year = yearOf(from) + 1; year <= yearOf(to); year += 1)
    years.push({ year, left: share(dayNumber(`${year}-01-01`), scale) })
  return { from, to, years }
}

/** How many years can be named without running into each other on the narrowest line, and the last place with room. */
const NAMED_YEARS = 12
const LAST_NAME = 94

/** The years that are named above the line: all of a training, every second or third of a longer life. */
export const namedYears = ({ years }: Scale): readonly Year[] => {
  const step = Math.ceil(years.length / NAMED_YEARS)
  return years.filter(({ left }, at) => left <= LAST_NAME && at % step === 0)
}

/** Puts each in the first lane where it does not lie over another. */
export const lanesOf = <Item extends Span>(
  items: readonly Item[],
  scale: Scale,
  today: string,
): Lanes<Item> => {
  const free: number[] = []
  const placed = items
    .toSorted((one, other) => one.startsOn.localeCompare(other.startsOn))
    .map((item) => {
      const start = dayNumber(item.startsOn)
      const end = Math.max(start, dayNumber(item.endsOn ?? today)) + 1
      const found = free.findIndex((day) => day <= start)
      const lane = found < 0 ? free.length : found
      free[lane] = end
      const left = share(start, scale)
      return { item, left, width: share(end, scale) - left, lane }
    })
  return { placed, count: Math.max(1, free.length) }
}

/** Where today is. */
export const todayOn = (scale: Scale, today: string): number => share(dayNumber(today) + 1, scale)
