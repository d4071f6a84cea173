import { fill } from './fill.ts'
import type { Settings } from './settings.ts'
import { isTrainingTime, lengthOf, type Portion, type Stretch, sumOf } from './stretch.ts'
import type { DayUnits } from './types.ts'

const ofOther = (portion: Portion) => portion.period.kind === 'OTHER_SPECIALITY' && isTrainingTime(portion)
const atWork = (portion: Portion) => ofOther(portion) && portion.nature !== 'ABSENCE'
const away = (portion: Portion) => ofOther(portion) && portion.nature === 'ABSENCE'

export interface OtherSpeciality {
  readonly atWork: DayUnits
  readonly away: DayUnits
}

/** Training time of another speciality, before the maximum. */
export function otherSpeciality(stretches: readonly Stretch[]): OtherSpeciality {
  return { atWork: timeOf(stretches, atWork), away: timeOf(stretches, away) }
}

/**
 * § 31(6): of another speciality no more than the maximum is training time. Time at work is taken first and absence
 * after it: whoever has served the maximum does not need the rest, and its absence is nobody's.
 */
export function cutAboveMaximum(stretches: readonly Stretch[], settings: Settings): readonly Stretch[] {
  const filling = { beyond: 'ABOVE_MAXIMUM_NOT_COUNTED', workingDays: false } as const
  const room = settings.required.OTHER_SPECIALITY_AT_MOST
  const first = fill(stretches, { ...filling, room, takes: atWork })
  return fill(first.stretches, { ...filling, room: first.left, takes: away }).stretches
}

function timeOf(stretches: readonly Stretch[], takes: (portion: Portion) => boolean): DayUnits {
  let sum = 0
  for (const stretch of stretches) sum += sumOf(stretch.portions, takes) * lengthOf(stretch)
  return sum
}
