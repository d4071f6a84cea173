import { languageTag, number, percent } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'

const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 }

/** «1 016,2»: always one decimal, so that a column can be added up by hand. */
export const tenths = (days: number): string => new Intl.NumberFormat(languageTag(), one).format(days)

/** Whole days that are full: «1 016» of 1 016,9. Rounding up would promise a day that is not served. */
export const wholeDays = (days: number): string => number(Math.floor(days + 1e-6))

/** «80 %» of 0.8 days of full time a day. */
export const paceText = (pace: number): string => percent(Math.round(pace * 1000) / 10)

/** «1 dag», «12 dager», «12,5 dager». */
export const daysText = (days: number): string => {
  const rounded = Math.round(days * 10) / 10
  return m.time_days({ count: rounded === 1 ? 1 : 2, n: number(rounded) })
}

const DAY_MS = 86_400_000

/** A calendar date as a number of days, for placing and for counting. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** The calendar days from one date to another, both with. */
export const daysIn = (startsOn: string, endsOn: string): number =>
  dayNumber(endsOn) - dayNumber(startsOn) + 1
