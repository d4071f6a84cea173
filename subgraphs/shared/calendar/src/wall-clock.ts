/** What the clocks show in Oslo, and when they show it. */

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
