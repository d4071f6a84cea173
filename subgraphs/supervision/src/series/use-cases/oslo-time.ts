/** Wall clocks in Oslo: a conversation on Thursdays at 14.00 is at 14.00 in winter and in summer. */

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const HOUR = 3_600_000

/** What the clocks show at an instant, as if it were UTC: only differences and additions of it mean anything. */
export const wallClock = (instant: Date): Date => new Date(`${CLOCK.format(instant).replace(' ', 'T')}Z`)

/**
 * The instant at which the clocks show this. The hour that does not exist in March becomes the one after it; of the
 * hour that comes twice in October, it is the first.
 */
export function instantOf(wall: Date): Date {
  const inSummer = new Date(wall.getTime() - 2 * HOUR)
  return wallClock(inSummer).getTime() === wall.getTime() ? inSummer : new Date(wall.getTime() - HOUR)
}

const WEEK = 7 * 24 * HOUR

/** So many weeks later, at the same time of day. */
export const weeksLater = (instant: Date, weeks: number): Date =>
  instantOf(new Date(wallClock(instant).getTime() + weeks * WEEK))
