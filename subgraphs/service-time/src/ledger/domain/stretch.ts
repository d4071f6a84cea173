import type { Id } from '@kompetanse/schema/ids'
import type { Day } from '../../statement/domain/day.ts'
import type { Effect, NotCounted } from './effects.ts'
import type { Nature, Prepared, Span } from './prepared.ts'
import type { DayUnits } from './types.ts'
import { SHARE } from '../../statement/domain/share.ts'

/** One part of each day of a stretch, in one period. */
export interface Portion {
  readonly period: Prepared
  readonly nature: Nature
  readonly absenceId: Id<'Absence'> | null
  readonly effect: Effect
  /** Training time of each day: share of the position times the part of the day. */
  readonly amount: DayUnits
  /** The part of each calendar day. */
  readonly ofDay: DayUnits
}

/** Days that are alike in every period. */
export interface Stretch extends Span {
  readonly portions: readonly Portion[]
}

export const lengthOf = ({ from, to }: Span) => to - from + 1

const NOT_COUNTED = {
  BEFORE_LICENCE: true,
  NOT_CONFIRMED: true,
  KIND_NOT_COUNTED: true,
  UNSUPERVISED_NOT_COUNTED: true,
  BELOW_MINIMUM_FTE: true,
  OVERLAP_NOT_COUNTED: true,
  ABOVE_MAXIMUM_NOT_COUNTED: true,
} as const satisfies Record<NotCounted, true>

const NOT_TRAINING_TIME: ReadonlySet<string> = new Set(Object.keys(NOT_COUNTED))

export const isNotCounted = (effect: Effect): effect is NotCounted => NOT_TRAINING_TIME.has(effect)

/** Whether a portion is training time at all, be it time at work or absence. */
export const isTrainingTime = ({ effect }: Portion) => !isNotCounted(effect)

/** Training time that another position, or more of another speciality than counts, has left no room for. */
export const isCut = ({ effect }: Portion) =>
  effect === 'OVERLAP_NOT_COUNTED' || effect === 'ABOVE_MAXIMUM_NOT_COUNTED'

/** Training time of one day of these. */
export function sumOf(portions: readonly Portion[], takes: (portion: Portion) => boolean): DayUnits {
  let sum = 0
  for (const portion of portions) if (takes(portion)) sum += portion.amount
  return sum
}

/**
 * Gives the first `room` of each day to the portion and the rest to `beyond`. The two make the whole portion exactly;
 * of the calendar day, which is for showing, a fraction that is no whole unit stays with the first.
 */
export function divide(portion: Portion, room: DayUnits, beyond: Effect): Portion[] {
  if (room >= portion.amount) return [portion]
  if (room <= 0) return [{ ...portion, effect: beyond }]
  const cut = portion.amount - room
  const cutOfDay = Math.min(portion.ofDay, Math.floor((cut * SHARE) / portion.period.fte))
  return [
    { ...portion, amount: room, ofDay: portion.ofDay - cutOfDay },
    { ...portion, amount: cut, ofDay: cutOfDay, effect: beyond },
  ]
}

/** Divides portions in their order, until the room is spent. */
export function divideAll(portions: readonly Portion[], room: DayUnits, beyond: Effect): Portion[] {
  let left = room
  return portions.flatMap((portion) => {
    const parts = divide(portion, left, beyond)
    left -= Math.min(left, portion.amount)
    return parts
  })
}

/** The stretch's days before `day`, that day, and those after it; none of no days. */
export function splitAt(stretch: Stretch, day: Day): { before: Stretch[]; at: Stretch; after: Stretch[] } {
  const { from, to } = stretch
  return {
    before: from < day ? [{ ...stretch, to: day - 1 }] : [],
    at: { ...stretch, from: day, to: day },
    after: day < to ? [{ ...stretch, from: day + 1 }] : [],
  }
}
