import { type Day, isWorkingDay } from '../../statement/domain/day.ts'
import type { Effect } from './effects.ts'
import { divideAll, lengthOf, type Portion, splitAt, type Stretch, sumOf } from './stretch.ts'
import type { DayUnits } from './types.ts'

export interface Filling {
  readonly takes: (portion: Portion) => boolean
  /** How much there is to spend. */
  readonly room: DayUnits
  /** What becomes of what finds no room. */
  readonly beyond: Effect
  /** Only Monday to Friday spend; other days find room until one of those has found none. */
  readonly workingDays: boolean
}

/**
 * Spends `room` on the portions it takes, day after day, and marks what is beyond it. Because it goes by days and not
 * by periods, the sums are the same however the periods are divided, and more to spend on never makes less beyond.
 */
export function fill(
  stretches: readonly Stretch[],
  filling: Filling,
): { stretches: Stretch[]; left: DayUnits } {
  let left = filling.room
  let spent = false
  const filled: Stretch[] = []
  for (const stretch of stretches) {
    const amount = sumOf(stretch.portions, filling.takes)
    if (amount === 0) filled.push(stretch)
    else if (spent) filled.push(mark(stretch, 0, filling))
    else {
      const { day, room } = dayItIsSpent(stretch, { amount, left, workingDays: filling.workingDays })
      spent = day !== null
      left = spent ? 0 : room
      filled.push(...(day === null ? [stretch] : markFrom(stretch, { day, room, filling })))
    }
  }
  return { stretches: filled, left }
}

function markFrom(stretch: Stretch, { day, room, filling }: { day: Day; room: DayUnits; filling: Filling }) {
  const { before, at, after } = splitAt(stretch, day)
  return [...before, mark(at, room, filling), ...after.map((rest) => mark(rest, 0, filling))]
}

/** The first day that does not find all its room, with the room that it does find; or none, and what is left. */
function dayItIsSpent(
  stretch: Stretch,
  { amount, left, workingDays }: { amount: DayUnits; left: DayUnits; workingDays: boolean },
): { day: Day | null; room: DayUnits } {
  if (workingDays) return workingDayItIsSpent(stretch, amount, left)
  const days = Math.floor(left / amount)
  if (days >= lengthOf(stretch)) return { day: null, room: left - amount * lengthOf(stretch) }
  return { day: stretch.from + days, room: left - amount * days }
}

function workingDayItIsSpent({ from, to }: Stretch, amount: DayUnits, left: DayUnits) {
  let room = left
  for (let day = from; day <= to; day++) {
    if (!isWorkingDay(day)) continue
    if (room < amount) return { day, room }
    room -= amount
  }
  return { day: null, room }
}

function mark(stretch: Stretch, room: DayUnits, { takes, beyond }: Filling): Stretch {
  // By kind, so that not even the day that is divided depends on where a period begins.
  const taken = stretch.portions.filter(takes).toSorted((a, b) => a.period.rank - b.period.rank)
  const others = stretch.portions.filter((portion) => !takes(portion))
  return { ...stretch, portions: [...others, ...divideAll(taken, room, beyond)] }
}
