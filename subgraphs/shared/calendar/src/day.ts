import { LRUCache } from 'lru-cache'
import { instantOf } from './wall-clock.ts'

/** A calendar day `YYYY-MM-DD`. Days compare as text. */
export type Day = string

/** Days begin and end in Europe/Oslo, whatever the clock of the machine says. */
const OSLO = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' })

const HOUR = 3_600_000
const dayOfHour = new LRUCache<number, string>({ max: 5_000 })

/** The calendar day of an instant, `YYYY-MM-DD`. A day begins at a full hour, so one is worked out per hour, not per row. */
export function osloDay(instant: Date): string {
  const hour = Math.floor(instant.getTime() / HOUR)
  const known = dayOfHour.get(hour)
  if (known !== undefined) return known
  const day = OSLO.format(instant)
  dayOfHour.set(hour, day)
  return day
}

/** A calendar day as the database's `date` columns read and write it. */
export const dateColumn = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The calendar day of an instant, to compare with `date` columns. */
export const today = (now: Date): Date => dateColumn(osloDay(now))

/** The calendar day of a `date` column. */
export const dayOf = (column: Date): string => column.toISOString().slice(0, 10)

/** The instant at which a day begins. */
export const beginningOf = (day: Day): Date => instantOf(dateColumn(day))

const DAY = 86_400_000

/** How many midnights lie between then and now; never negative. */
export const daysBetween = (then: Date, now: Date): number =>
  Math.max(0, Math.round((today(now).getTime() - today(then).getTime()) / DAY))

/** The day that many days later; earlier when negative. */
export const addDays = (day: string, days: number): string =>
  dayOf(new Date(dateColumn(day).getTime() + days * DAY))

/** How many days from one day to another; negative when it is earlier, and no clock is changed on the way. */
export const daysFrom = (from: string, to: string): number =>
  (dateColumn(to).getTime() - dateColumn(from).getTime()) / DAY

/** The same day `months` later, or the month's last day when there is no such day. */
export function monthsLater(day: string, months: number): string {
  const date = dateColumn(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return dayOf(date)
}
