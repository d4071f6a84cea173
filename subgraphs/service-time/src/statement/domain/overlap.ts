import { runsOn } from '@kompetanse/calendar/period'
import { SHARE as FULL } from './share.ts'

/** A position held; `endsOn` is its last day, null while it goes on. Days are `YYYY-MM-DD`. */
export interface Held {
  readonly share: number
  readonly startsOn: string
  readonly endsOn: string | null
}

/**
 * The first day on which this position and the others are above full time together, or null. Positions may overlap;
 * then the trainee says why (F131).
 */
export function firstDayAboveFullTime(position: Held, others: readonly Held[]): string | null {
  const all = [position, ...others]
  const shareOn = (day: string) => all.filter(isHeldOn(day)).reduce((sum, { share }) => sum + share, 0)
  // The sum grows only where a position begins.
  const days = all.map(({ startsOn }) => startsOn).filter((day) => isHeldOn(day)(position))
  return days.toSorted().find((day) => shareOn(day) > FULL) ?? null
}

const isHeldOn =
  (day: string) =>
  ({ startsOn, endsOn }: Held) =>
    runsOn({ validFrom: startsOn, validTo: endsOn }, day)
