import type { Id } from '@kompetanse/schema/ids'
import type { AbsenceKind, PeriodKind } from './kinds.ts'

/** What the trainee states of a period; an edit states all of it again (F131, F139). */
export interface Details {
  readonly kind: PeriodKind
  /** Null for a place of work that the portal does not know. */
  readonly enterpriseId: Id<'Enterprise'> | null
  /** As it was stated, kept beside the id: what was signed goes on saying it. Empty when none is named. */
  readonly enterpriseName: string
  readonly unitName: string | null
  readonly position: string
  /** Of full time, in ten-thousandths. */
  readonly share: number
  /** YYYY-MM-DD */
  readonly startsOn: string
  /** The last day; null while it goes on. */
  readonly endsOn: string | null
  /** Why positions are above full time together. */
  readonly overlapReason: string | null
  readonly absences: readonly StatedAbsence[]
  readonly unsupervisedPeriods: readonly StatedGap[]
}

export interface StatedAbsence {
  readonly kind: AbsenceKind
  readonly startsOn: string
  readonly endsOn: string
  /** Of the position, in ten-thousandths. */
  readonly share: number
}

export interface StatedGap {
  readonly startsOn: string
  readonly endsOn: string
  readonly reason: string
}
