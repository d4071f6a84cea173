/** A calendar day `YYYY-MM-DD`. Days compare as text. */
export type Day = string

const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' })

/** The day it is in Norway at an instant. */
export const dayOf = (instant: Date): Day => oslo.format(instant)

export const toDate = (day: Day): Date => new Date(`${day}T00:00:00Z`)
export const fromDate = (date: Date): Day => date.toISOString().slice(0, 10)
export const fromDateOrNull = (date: Date | null): Day | null => date && fromDate(date)

/** The day that many days later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  const date = toDate(day)
  date.setUTCDate(date.getUTCDate() + days)
  return fromDate(date)
}
