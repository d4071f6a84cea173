import { addDays, type Day } from '@kompetanse/directory/day'

/** A role that has not been revoked; the last day, null while there is none, counts. */
export interface Period {
  readonly validFrom: Day
  readonly validTo: Day | null
}

export const isInForce = ({ validFrom, validTo }: Period, today: Day): boolean =>
  validFrom <= today && (validTo === null || validTo >= today)

/** The first day on which others of these are in force than today, though nobody changes anything; null when there is none. */
export function nextChange(periods: readonly Period[], today: Day): Day | null {
  const days = periods.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ])
  return days.filter((day) => day > today).toSorted()[0] ?? null
}
