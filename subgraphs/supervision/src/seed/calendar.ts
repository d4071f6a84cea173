import { instantOf } from '@kompetanse/calendar/wall-clock'
import { dateColumn, osloDay } from '@kompetanse/calendar/day'
import { chance, choose } from '@kompetanse/process/seeding'
import type { Id } from '@kompetanse/schema/ids'
import type { Pair } from './pairs.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTHS_BEHIND = 15 * 30.5 * DAY

/** One conversation of the demo: when, how long, and what became of it. */
export interface Slot {
  readonly number: number
  readonly startsAt: Date
  readonly durationMinutes: number
  readonly fate: 'FINALISED' | 'DRAFT' | 'CANCELLED' | 'PLANNED' | 'INVITED'
}

/** What decides when the two of a pair meet. */
interface Met extends Pick<Pair, 'since'> {
  readonly trainee: Pick<Pair['trainee'], 'id' | 'trackCode'>
}

/** When a mentor finalises what was held: two hours after its end. */
export const finalisedAt = ({
  startsAt,
  durationMinutes,
}: Pick<Slot, 'startsAt' | 'durationMinutes'>): Date =>
  new Date(startsAt.getTime() + durationMinutes * 60_000 + 2 * HOUR)

/**
 * When the two have met and will meet: general practice every other week, the others every fifth; always on the same
 * weekday, at an hour of their own. Some miss two months, and some mentors have the last one left to finalise.
 */
export function slotsOf({ trainee, since }: Met, now: Date): readonly Slot[] {
  const often = trainee.trackCode === 'ALM' ? 14 : 35
  const first = Math.max(since.getTime() + 10 * DAY, now.getTime() - MONTHS_BEHIND)
  const pause = chance('pause', trainee.id) < 0.3 ? Math.floor(4 + 8 * chance('when', trainee.id)) : -1
  const slots: Slot[] = []
  let at = weekdayOf(first, trainee.id)
  for (let number = 0; at < now.getTime() + 45 * DAY; number += 1) {
    const startsAt = atTheirHour(at, trainee.id)
    slots.push({
      number,
      startsAt,
      durationMinutes: choose([60, 90, 90, 90, 120], trainee.id, number),
      fate: 'FINALISED',
    })
    at += (number === pause ? 77 : often) * DAY
  }
  const past = slots.filter((slot) => finalisedAt(slot) < now)
  const future = slots.slice(past.length).slice(0, 3)
  return [
    ...past.map((slot, index) => ({ ...slot, fate: fateOf(trainee.id, slot.number, past.length - index) })),
    ...future.map((slot, index) => ({
      ...slot,
      fate: index === 0 ? ('PLANNED' as const) : ('INVITED' as const),
    })),
  ]
}

function fateOf(traineeId: Id<'Person'>, number: number, fromLast: number): Slot['fate'] {
  if (fromLast === 1 && chance('draft', traineeId) < 0.45) return 'DRAFT'
  return chance('cancelled', traineeId, number) < 0.07 ? 'CANCELLED' : 'FINALISED'
}

/** The first of their weekday, Monday to Friday, from a day on. */
function weekdayOf(from: number, traineeId: Id<'Person'>): number {
  const weekday = 1 + Math.floor(5 * chance('weekday', traineeId))
  let at = from
  while (new Date(at).getUTCDay() !== weekday) at += DAY
  return at
}

function atTheirHour(at: number, traineeId: Id<'Person'>): Date {
  const hour = choose([8, 9, 12, 13, 14], 'hour', traineeId)
  return instantOf(new Date(dateColumn(osloDay(new Date(at))).getTime() + hour * HOUR))
}
