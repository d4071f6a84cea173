import type { Details } from './details.ts'
import { firstDayAboveFullTime, type Held } from './overlap.ts'
import { fractionOf } from './share.ts'
import { validatePeriod, type PeriodProblemCode } from './validate-period.ts'

export const DETAILS_PROBLEMS = [
  'ENTERPRISE_MISSING',
  'ENTERPRISE_UNKNOWN',
  'POSITION_MISSING',
  'REASON_MISSING',
  'OVERLAP_NOT_EXPLAINED',
] as const

/** What is wrong with what the trainee states, and where: the place in its list, or null for the period itself. */
export interface Problem {
  readonly code: PeriodProblemCode | (typeof DETAILS_PROBLEMS)[number]
  readonly part: 'PERIOD' | 'ABSENCE' | 'UNSUPERVISED'
  readonly index: number | null
  /** The first day above full time, of OVERLAP_NOT_EXPLAINED; else null. */
  readonly day: string | null
}

export const ofPeriod = (code: Problem['code'], day: string | null = null): Problem => ({
  ...{ code, part: 'PERIOD', index: null, day },
})

/** All that is wrong, so that the form can say it at once; empty when it can be saved. */
export function problemsOf(details: Details, others: readonly Held[], today: string): readonly Problem[] {
  const problems = [...missing(details), ...invalid(details, today)]
  // Positions are compared once their days can be.
  if (problems.length > 0 || details.overlapReason !== null) return problems
  const day = firstDayAboveFullTime(details, others)
  return day === null ? [] : [ofPeriod('OVERLAP_NOT_EXPLAINED', day)]
}

function missing({ enterpriseName, position, unsupervisedPeriods }: Details): Problem[] {
  const reasons = unsupervisedPeriods.flatMap(({ reason }, index) =>
    reason === ''
      ? [{ code: 'REASON_MISSING' as const, part: 'UNSUPERVISED' as const, index, day: null }]
      : [],
  )
  return [
    ...(enterpriseName === '' ? [ofPeriod('ENTERPRISE_MISSING')] : []),
    ...(position === '' ? [ofPeriod('POSITION_MISSING')] : []),
    ...reasons,
  ]
}

function invalid({ share, absences, unsupervisedPeriods, ...rest }: Details, today: string): Problem[] {
  const named = <Row>(rows: readonly Row[]) => rows.map((row, index) => ({ ...row, id: String(index) }))
  const period = {
    ...{ startsOn: rest.startsOn, endsOn: rest.endsOn, fte: fractionOf(share) },
    absences: named(absences).map((absence) => ({ ...absence, share: fractionOf(absence.share) })),
    unsupervisedPeriods: named(unsupervisedPeriods),
  }
  return validatePeriod(period, today).map(({ code, part, id }) => ({
    ...{ code, part, day: null },
    index: id === null ? null : Number(id),
  }))
}
