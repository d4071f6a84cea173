/** How what holds for days is ended by a command. `domain/` may import this file. */
import type { Day } from '@kompetanse/calendar/day'
import { endOf, isOver, type Ending, type Period } from '@kompetanse/calendar/ending'
import { accepted, refused, type Decision } from './decision.ts'

/** What is written of it. */
export interface Ended {
  readonly ending: Ending
}

/** What ending depends on, beside the period. */
export interface EndingSituation {
  readonly mayEnd: boolean
  readonly today: Day
}

/**
 * After a day of its own, sooner than it would end; or at once when none is said. What is over is not ended again. In the
 * order of every command: possible, permitted, complete.
 */
export function decideEndOf(
  period: Period,
  endsOn: Day | null,
  { mayEnd, today }: EndingSituation,
): Decision<Ended, 'NOT_PERMITTED' | 'PERIOD_INVALID'> {
  if (isOver(period, today)) return refused('PERIOD_INVALID')
  if (!mayEnd) return refused('NOT_PERMITTED')
  const ending = endOf(period, endsOn, today)
  return ending ? accepted({ ending }) : refused('PERIOD_INVALID')
}
