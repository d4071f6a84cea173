const TIME_ZONE = 'Europe/Oslo'

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit' },
})

/** Date and time of day in Norway, as `date` and `time` fields have them. */
export const wallClockOf = (instant: string): { date: string; time: string } => {
  const [date = '', time = ''] = wallClock.format(new Date(instant)).split(' ')
  return { date, time }
}

/**
 * The instant of a date and a time of day in Norway, as the graph writes it; undefined when they are no time. In the
 * hour that summer time leaves out, an hour later; in the one that comes twice, the first.
 */
export function instantOf(date: string, time: string): string | undefined {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return undefined
  const offsetAt = (at: number): number => {
    const wall = wallClockOf(new Date(at).toISOString())
    return Date.parse(`${wall.date}T${wall.time}:00Z`) - at
  }
  // Norway is one or two hours ahead of UTC: two hours first, which is right all summer and in the hour that recurs.
  const candidates = [asUtc - 2 * 3_600_000, asUtc - 3_600_000]
  const found = candidates.find((at) => at + offsetAt(at) === asUtc)
  return new Date(found ?? asUtc - 3_600_000).toISOString()
}
