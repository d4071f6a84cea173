import { addDays } from '@kompetanse/calendar/day'
import { lengthOf, overlap, type Span } from './days.ts'

export interface Gap extends Span {
  readonly days: number
}

export interface GapQuestion {
  /** Days on which a conversation was held. */
  readonly held: readonly string[]
  /** The span that is examined; nothing outside of it counts. */
  readonly span: Span
  /** From when there should have been conversations. */
  readonly since: string
  readonly today: string
  /** More days than these between two conversations are a period without supervision. */
  readonly threshold: number
}

/**
 * Periods without supervision: the days after one conversation and before the next, when there are more of them than
 * the threshold. The time since the last conversation counts up to today. What lies outside the span that is examined
 * about is cut off, after it was decided by its whole length.
 */
export function supervisionGaps({ held, span, since, today, threshold }: GapQuestion): readonly Gap[] {
  const days = [...new Set(held)].filter((day) => day >= since && day <= today).toSorted()
  const marks = [addDays(since, -1), ...days, addDays(today, 1)]
  return marks.slice(1).flatMap((next, at) => {
    const whole = { from: addDays(marks[at] as string, 1), to: addDays(next, -1) }
    const seen = lengthOf(whole) > threshold ? overlap(whole, span) : null
    return seen ? [{ ...seen, days: lengthOf(seen) }] : []
  })
}
