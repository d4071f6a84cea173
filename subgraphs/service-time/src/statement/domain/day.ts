import type { CivilDate } from './kinds.ts'

/** Days since 1 January 1970, a Thursday. */
export type Day = number

const DAYS_PER_ERA = 146_097
const DAYS_TO_1970 = 719_468

/** The day's number, or null for what is no day of the Gregorian calendar: `2023-02-29`. */
export function parseDay(text: CivilDate): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = dayNumber(text)
  return civilDate(day) === text ? day : null
}

/** The number of a date that is known to be one. */
export function dayNumber(date: CivilDate): Day {
  const month = Number(date.slice(5, 7))
  // The year begins in March, so that the leap day is its last.
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970
}

export function civilDate(day: Day): CivilDate {
  const shifted = day + DAYS_TO_1970
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`
}

/** Monday to Friday. */
export function isWorkingDay(day: Day): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5
}

const padded = (value: number, digits: number) => String(value).padStart(digits, '0')
