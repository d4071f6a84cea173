import type { Pool } from './allowance.ts'
import type { NotCounted, Paragraph } from './effects.ts'
import type { Settings } from './settings.ts'
import { isNotCounted, lengthOf, type Portion, type Stretch } from './stretch.ts'
import { type PeriodKind } from '../../statement/domain/kinds.ts'
import { type DayUnits, type Requirement, REQUIREMENTS, type RequirementTotal } from './types.ts'
import { partOf } from './units.ts'

interface Tally {
  days: DayUnits
  readonly notCounted: Map<NotCounted, DayUnits>
  trainingTime: DayUnits
  partTime: DayUnits
  holidayAndCourses: DayUnits
  absence: DayUnits
  deducted: DayUnits
}

type Allowance = Pick<RequirementTotal, 'allowance' | 'allowanceUsed' | 'deducted'>

interface Circumstances {
  readonly settings: Settings
  readonly pools: readonly Pool[]
  readonly openUnselectedPracticeRequired: boolean
}

const PARAGRAPHS = {
  TOTAL_TRAINING_TIME: '2(1)',
  PART_1_HOSPITAL: '2(2)',
  PART_1_MUNICIPAL: '2(2)',
  AFTER_PART_1: '2(1)',
  OPEN_UNSELECTED_PRACTICE: '2(4)',
  OTHER_SPECIALITY_AT_MOST: '31(6)',
} as const satisfies Record<Requirement, Paragraph>

/** What a kind is part of. */
export function requirementsOf(kind: PeriodKind): readonly Requirement[] {
  if (kind === 'PART_1_HOSPITAL' || kind === 'PART_1_MUNICIPAL') return ['TOTAL_TRAINING_TIME', kind]
  if (kind === 'OPEN_UNSELECTED_PRACTICE') return ['TOTAL_TRAINING_TIME', 'AFTER_PART_1', kind]
  if (kind === 'OTHER_SPECIALITY') return ['TOTAL_TRAINING_TIME', 'AFTER_PART_1', 'OTHER_SPECIALITY_AT_MOST']
  return ['TOTAL_TRAINING_TIME', 'AFTER_PART_1']
}

/** The account of each requirement, in their order. */
export function totalsOf(stretches: readonly Stretch[], about: Circumstances): RequirementTotal[] {
  const empty = REQUIREMENTS.map((requirement) => [requirement, emptyTally()])
  const tallies = Object.fromEntries(empty) as Record<Requirement, Tally>
  for (const stretch of stretches)
    for (const portion of stretch.portions)
      for (const requirement of requirementsOf(portion.period.kind))
        add(tallies[requirement], portion, lengthOf(stretch))
  return REQUIREMENTS.map((requirement) => totalOf(requirement, tallies[requirement], about))
}

const emptyTally = (): Tally => ({
  days: 0,
  notCounted: new Map(),
  trainingTime: 0,
  partTime: 0,
  holidayAndCourses: 0,
  absence: 0,
  deducted: 0,
})

function add(tally: Tally, portion: Portion, days: number) {
  const { effect, nature } = portion
  const ofDays = portion.ofDay * days
  const amount = portion.amount * days
  tally.days += ofDays
  if (isNotCounted(effect)) {
    tally.notCounted.set(effect, (tally.notCounted.get(effect) ?? 0) + ofDays)
    return
  }
  tally.trainingTime += amount
  tally.partTime += ofDays - amount
  if (nature === 'HOLIDAY' || nature === 'COURSE') tally.holidayAndCourses += amount
  if (nature === 'ABSENCE') tally.absence += amount
  if (effect === 'ABSENCE_DEDUCTED') tally.deducted += amount
}

function totalOf(requirement: Requirement, tally: Tally, about: Circumstances): RequirementTotal {
  const allowance = allowanceOf(requirement, tally, about)
  const counted = tally.trainingTime - allowance.deducted
  const required = about.settings.required[requirement]
  const applies = requirement !== 'OPEN_UNSELECTED_PRACTICE' || about.openUnselectedPracticeRequired
  // Of another speciality nothing has to be: it is cut at the maximum.
  const missing = applies && requirement !== 'OTHER_SPECIALITY_AT_MOST' ? Math.max(0, required - counted) : 0
  return {
    requirement,
    paragraph: PARAGRAPHS[requirement],
    applies,
    ...tally,
    notCounted: [...tally.notCounted].map(([effect, days]) => ({ effect, days })),
    ...allowance,
    counted,
    required,
    missing,
    met: missing === 0,
  }
}

function allowanceOf(requirement: Requirement, tally: Tally, { settings, pools }: Circumstances): Allowance {
  if (
    requirement === 'OPEN_UNSELECTED_PRACTICE' &&
    settings.openPracticeByItself &&
    !settings.allowanceOfEachPeriod
  )
    return tenPercent(tally, settings)
  const { deducted } = tally
  if (requirement === 'OPEN_UNSELECTED_PRACTICE' || requirement === 'OTHER_SPECIALITY_AT_MOST') {
    // A part of what is after part 1: it has no allowance of its own, and used what its lines used.
    const used = tally.absence - deducted
    return { allowance: used, allowanceUsed: used, deducted }
  }
  const own = pools.filter(({ key }) => belongsTo(key, requirement))
  const allowance = own.reduce((sum, pool) => sum + pool.allowance, 0)
  const allowanceUsed = own.reduce((sum, pool) => sum + pool.used, 0)
  return { allowance, allowanceUsed, deducted }
}

/** The two years are computed by § 31 for themselves: ten percent of them, whatever was used elsewhere. */
export function tenPercent(
  { trainingTime, absence }: Pick<Tally, 'trainingTime' | 'absence'>,
  { allowancePercent }: Pick<Settings, 'allowancePercent'>,
): Allowance {
  const allowance = partOf(trainingTime, allowancePercent)
  const allowanceUsed = Math.min(absence, allowance)
  return { allowance, allowanceUsed, deducted: absence - allowanceUsed }
}

const belongsTo = (pool: string, requirement: Requirement) =>
  requirement === 'TOTAL_TRAINING_TIME' || pool.split(' ')[0] === requirement
