import type { Day } from '../../statement/domain/day.ts'
import type { Effect } from './effects.ts'
import { NATURES, type Nature, type Prepared, type PreparedAbsence } from './prepared.ts'
import type { Settings } from './settings.ts'
import { divideAll, isTrainingTime, type Portion, type Stretch, sumOf } from './stretch.ts'
import { SHARE } from '../../statement/domain/share.ts'
import { DAY } from './units.ts'

export interface Basis {
  readonly settings: Settings
  /** The first day that can count; null when unknown. */
  readonly licensedOn: Day | null
  /** Only what is confirmed is training time. */
  readonly confirmedOnly: boolean
}

/** All days from the first to the last as stretches that are alike; what is above full time is cut by rank. */
export function sweep(periods: readonly Prepared[], basis: Basis): Stretch[] {
  const cuts = cutsOf(periods, basis)
  return cuts.slice(0, -1).map((from, i) => {
    const active = periods.filter((period) => holds(period, from))
    return { from, to: (cuts[i + 1] ?? from) - 1, portions: portionsOn(from, active, basis) }
  })
}

/** Every day on which something begins, or has just ended. */
function cutsOf(periods: readonly Prepared[], { settings, licensedOn }: Basis): Day[] {
  const within = periods.flatMap(({ absences, unsupervised }) => [...absences, ...unsupervised])
  const cuts = [...periods, ...within, ...settings.minimumFte].flatMap(({ from, to }) => [from, to + 1])
  if (licensedOn !== null) cuts.push(licensedOn)
  return [...Float64Array.from(new Set(cuts)).sort()]
}

function portionsOn(day: Day, active: readonly Prepared[], basis: Basis): readonly Portion[] {
  const portions = active.flatMap((period) => {
    const effect =
      blockOf(period, day, basis) ??
      (isBelowMinimum(period, { day, active, basis }) ? 'BELOW_MINIMUM_FTE' : null)
    return effect ? [whole(period, effect)] : partsOf(period, day)
  })
  return basis.settings.overlapIsCut ? cutAboveFullTime(portions) : portions
}

function blockOf(period: Prepared, day: Day, basis: Basis): Effect | null {
  if (day < (basis.licensedOn ?? -Infinity)) return 'BEFORE_LICENCE'
  if (basis.confirmedOnly && !period.confirmed) return 'NOT_CONFIRMED'
  if (period.kind === 'RESEARCH' && !basis.settings.researchCounts) return 'KIND_NOT_COUNTED'
  return period.unsupervised.some((span) => holds(span, day)) ? 'UNSUPERVISED_NOT_COUNTED' : null
}

/** All positions of the kind that day together. */
function isBelowMinimum(
  { kind }: Prepared,
  { day, active, basis }: { day: Day; active: readonly Prepared[]; basis: Basis },
) {
  const { minimumFte } = basis.settings
  const rule = minimumFte.find(
    (one) => holds(one, day) && (one.kinds.length === 0 || one.kinds.includes(kind)),
  )
  if (!rule) return false
  const ofKind = active.filter((other) => other.kind === kind && blockOf(other, day, basis) === null)
  return ofKind.reduce((sum, { fte }) => sum + fte, 0) < rule.share
}

const holds = ({ from, to }: { from: Day; to: Day }, day: Day) => from <= day && day <= to

/** A day that is no training time. */
const whole = (period: Prepared, effect: Effect): Portion => ({
  period,
  nature: 'WORK',
  absenceId: null,
  effect,
  amount: 0,
  ofDay: DAY,
})

const FROM_BEHIND = NATURES.toReversed()

/** What the day was spent on: absence before what counts, so that no day counts twice and none in the milder way. */
function partsOf(period: Prepared, day: Day): Portion[] {
  const absences = period.absences.filter((span) => holds(span, day))
  const parts: Portion[] = []
  let room = SHARE
  for (const nature of FROM_BEHIND)
    for (const claim of absences) {
      if (claim.nature !== nature) continue
      const share = Math.min(claim.share, room)
      room -= share
      if (share > 0) parts.push(part(period, { nature, claim, share }))
    }
  if (room > 0) parts.push(part(period, { nature: 'WORK', claim: null, share: room }))
  return parts
}

function part(
  period: Prepared,
  { nature, claim, share }: { nature: Nature; claim: PreparedAbsence | null; share: number },
): Portion {
  const effect = nature === 'WORK' && period.fte < SHARE ? 'COUNTED_IN_PROPORTION' : EFFECTS[nature]
  const amount = period.fte * share
  return { period, nature, absenceId: claim?.id ?? null, effect, amount, ofDay: share * SHARE }
}

const EFFECTS = {
  WORK: 'COUNTED_IN_FULL',
  HOLIDAY: 'HOLIDAY_COUNTED',
  COURSE: 'COURSE_COUNTED',
  COVID: 'COVID_COUNTED',
  ABSENCE: 'ABSENCE_WITHIN_ALLOWANCE',
} as const satisfies Record<Nature, Effect>

/** One person serves one full time a day: kinds in their order, and of one kind, time at work before absence. */
function cutAboveFullTime(portions: readonly Portion[]): readonly Portion[] {
  if (sumOf(portions, isTrainingTime) <= DAY) return portions
  const counting = portions.filter(isTrainingTime)
  const nature = (portion: Portion) => NATURES.indexOf(portion.nature)
  const ranked = counting.toSorted((a, b) => a.period.rank - b.period.rank || nature(a) - nature(b))
  return [
    ...portions.filter((portion) => !isTrainingTime(portion)),
    ...divideAll(ranked, DAY, 'OVERLAP_NOT_COUNTED'),
  ]
}
