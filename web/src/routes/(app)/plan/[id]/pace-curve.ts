/** One day in a drawing: both coordinates from 0 to 1, up and to the right. */
export type Point = { x: number; y: number }
export type PaceCurve = { past: Point[]; ahead: Point[] | undefined; today: Point; ends: string }

type Pace = {
  curve: readonly { on: string; approved: number }[]
  doneOn: string | null
  remaining: number
}

const DAY = 86_400_000
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dayAt = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)
/** What lies ahead takes at most this many times the room of what is behind; the line then leaves the drawing. */
const MOST_AHEAD = 2

/** The way so far and, dotted, the same pace on; undefined while there is no way to draw. */
export const paceCurve = ({ curve, doneOn, remaining }: Pace): PaceCurve | undefined => {
  const [first, last] = [curve[0], curve.at(-1)]
  if (!first || !last || first.on === last.on) return undefined
  const [begun, today] = [dayNumber(first.on), dayNumber(last.on)]
  const done = doneOn ? dayNumber(doneOn) : today
  const end = Math.min(done, today + (today - begun) * MOST_AHEAD)
  const goals = last.approved + remaining
  const at = (day: number, approved: number): Point => ({
    x: (day - begun) / (end - begun),
    y: approved / goals,
  })
  const reached = done > today ? last.approved + (remaining * (end - today)) / (done - today) : goals
  const now = at(today, last.approved)
  return {
    past: curve.map(({ on, approved }) => at(dayNumber(on), approved)),
    ahead: done > today ? [now, at(end, reached)] : undefined,
    today: now,
    ends: dayAt(end),
  }
}
