import { SHARE as FULL } from './share.ts'

/** A position held; `endsOn` is its last day, null while it goes on. Days are `YYYY-MM-DD`. */
export interface Held {
  readonly share: number
  readonly startsOn: string
  readonly endsOn: string | null
}

const FOREVER = '9999-12-31'

/**
 * The first day on which this position and the others are above full time together, or null. Positions may overlap;
 * then the trainee says why (F131).
 */
export function firstDayAboveFullTime(position: Held, others: readonly Held[]): string | null {
  const end = position.endsOn ?? FOREVER
  const meeting = others.filter(
    (other) => other.startsOn <= end && (other.endsOn ?? FOREVER) >= position.startsOn,
  )
  // The sum grows only where a position begins.
  const days = [position, ...meeting]
    .map(({ startsOn }) => startsOn)
    .filter((day) => day >= position.startsOn)
  const holds = (day: string) => (held: Held) => held.startsOn <= day && (held.endsOn ?? FOREVER) >= day
  return (
    days
      .toSorted()
      .find(
        (day) => meeting.filter(holds(day)).reduce((sum, { share }) => sum + share, position.share) > FULL,
      ) ?? null
  )
}
