import { fill } from './fill.ts'
import type { Prepared } from './prepared.ts'
import type { Settings } from './settings.ts'
import { isCut, isTrainingTime, lengthOf, type Portion, type Stretch } from './stretch.ts'
import type { DayUnits } from './types.ts'
import { partOf } from './units.ts'

/** Periods that share one allowance. */
export interface Pool {
  readonly key: string
  readonly allowance: DayUnits
  readonly used: DayUnits
}

const HOSPITAL = 'PART_1_HOSPITAL'
const MUNICIPAL = 'PART_1_MUNICIPAL'
const REST = 'AFTER_PART_1'

/** § 31(4): one allowance for each part; after part 1, by choice, one for each period. */
export function poolOf({ kind, id }: Prepared, settings: Settings): string {
  if (kind === HOSPITAL || kind === MUNICIPAL) return kind
  return settings.allowanceOfEachPeriod ? `${REST} ${id}` : REST
}

/** Marks the absence that is beyond its allowance, by day: the first days of absence are those within. */
export function deductAbsence(
  stretches: readonly Stretch[],
  settings: Settings,
): { stretches: readonly Stretch[]; pools: readonly Pool[] } {
  const pools: Pool[] = []
  let marked = stretches
  for (const [key, trainingTime] of trainingTimeOf(stretches, settings)) {
    const allowance = allowanceOf(key, trainingTime, settings)
    const takes = (portion: Portion) =>
      portion.effect === 'ABSENCE_WITHIN_ALLOWANCE' && poolOf(portion.period, settings) === key
    const workingDays = settings.workingDays && (key === HOSPITAL || key === MUNICIPAL)
    const filled = fill(marked, { takes, room: allowance, beyond: 'ABSENCE_DEDUCTED', workingDays })
    marked = filled.stretches
    pools.push({ key, allowance, used: allowance - filled.left })
  }
  return { stretches: marked, pools }
}

function allowanceOf(key: string, trainingTime: DayUnits, settings: Settings): DayUnits {
  if (key === HOSPITAL) return settings.hospitalAllowance
  if (key === MUNICIPAL) return settings.municipalAllowance
  return partOf(trainingTime, settings.allowancePercent)
}

/**
 * By pool, before absence: what ten percent are taken of. Of each period by itself it is all of the period: what is
 * cut of it for the sake of another does not depend on where one was away, and so neither does the allowance.
 */
function trainingTimeOf(stretches: readonly Stretch[], settings: Settings): ReadonlyMap<string, DayUnits> {
  const sums = new Map<string, DayUnits>()
  for (const stretch of stretches)
    for (const portion of stretch.portions) {
      if (!isTrainingTime(portion) && !(settings.allowanceOfEachPeriod && isCut(portion))) continue
      const key = poolOf(portion.period, settings)
      sums.set(key, (sums.get(key) ?? 0) + portion.amount * lengthOf(stretch))
    }
  return sums
}
