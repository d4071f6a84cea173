import { addDays, type Day } from '@kompetanse/calendar/day'
import type { Days } from '@kompetanse/calendar/period'

/** The first day on which others of these are in force than today, though nobody changes anything; null when there is none. */
export function nextChange(periods: readonly Days[], today: Day): Day | null {
  const days = periods.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ])
  return days.filter((day) => day > today).toSorted()[0] ?? null
}
