import type { Id } from '@kompetanse/schema/ids'
import type { Effect, NotCounted, Paragraph } from './effects.ts'
import type { RuleCode, ServiceTimeRule } from '../../rules/domain/rule.ts'
import type { AbsenceKind, CivilDate, PeriodKind } from '../../statement/domain/kinds.ts'

/**
 * A whole number of hundred-millionths of a day of full time: shares of ten-thousandths multiply into it without a
 * remainder, so that no sum depends on the order it was made in. `toDays` makes days of it.
 */
export type DayUnits = number

export interface Absence {
  readonly id: Id<'Absence'>
  readonly kind: AbsenceKind
  readonly startsOn: CivilDate
  /** The last day of it. */
  readonly endsOn: CivilDate
  /** The part of the position that was away; 1 is all of it. */
  readonly share: number
}

/** Without individual guidance and supervision. */
export interface UnsupervisedPeriod {
  readonly id: Id<'UnsupervisedPeriod'>
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

export interface ServicePeriod {
  readonly id: Id<'ServicePeriod'>
  readonly kind: PeriodKind
  /** 1 is full time. */
  readonly fte: number
  readonly startsOn: CivilDate
  /** The last day of it; null while it goes on. */
  readonly endsOn: CivilDate | null
  /** Signed, or of a kind that needs no signature. */
  readonly confirmed: boolean
  readonly absences: readonly Absence[]
  readonly unsupervisedPeriods: readonly UnsupervisedPeriod[]
}

export interface LedgerInput {
  /** The last day that is counted. */
  readonly asOf: CivilDate
  /** Each without problems by `validatePeriod`; in any order. */
  readonly periods: readonly ServicePeriod[]
  readonly rules: readonly ServiceTimeRule[]
  /** Authorisation or licence; null when unknown: then no day is left out for it. */
  readonly licensedOn: CivilDate | null
  /** True in general practice, § 2(4). */
  readonly openUnselectedPracticeRequired: boolean
}

/** Days of one period that count alike. Every day served is in lines whose `days` add up to exactly that day. */
export interface LedgerLine {
  readonly periodId: Id<'ServicePeriod'>
  readonly kind: PeriodKind
  readonly confirmed: boolean
  /** The absence that it is about; null for all else. */
  readonly absenceId: Id<'Absence'> | null
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  /** Calendar days; of a day that is partly absence, each part has its line. */
  readonly days: DayUnits
  readonly counted: DayUnits
  readonly effect: Effect
  readonly paragraph: Paragraph
  /** The threshold or choice behind it, if any. */
  readonly rule: RuleCode | null
}

export const REQUIREMENTS = [
  'TOTAL_TRAINING_TIME',
  'PART_1_HOSPITAL',
  'PART_1_MUNICIPAL',
  'AFTER_PART_1',
  'OPEN_UNSELECTED_PRACTICE',
  'OTHER_SPECIALITY_AT_MOST',
] as const

export type Requirement = (typeof REQUIREMENTS)[number]

/**
 * The account of one requirement, from the calendar to what counts:
 * `days − notCounted − partTime = trainingTime`, and `trainingTime − deducted = counted`.
 */
export interface RequirementTotal {
  readonly requirement: Requirement
  readonly paragraph: Paragraph
  /** False for open unselected practice outside general practice. */
  readonly applies: boolean
  /** Calendar days of its periods, until `asOf`. */
  readonly days: DayUnits
  /** By the effect that took them; an effect that took nothing is not there. */
  readonly notCounted: readonly { readonly effect: NotCounted; readonly days: DayUnits }[]
  readonly partTime: DayUnits
  /** What the ten percent are of: in proportion to the position, before absence. */
  readonly trainingTime: DayUnits
  readonly holidayAndCourses: DayUnits
  /** Absence by § 31(4). */
  readonly absence: DayUnits
  readonly allowance: DayUnits
  readonly allowanceUsed: DayUnits
  readonly deducted: DayUnits
  readonly counted: DayUnits
  /** At least this; of another speciality at most this. */
  readonly required: DayUnits
  readonly missing: DayUnits
  readonly met: boolean
}

export interface PeriodSum {
  readonly periodId: Id<'ServicePeriod'>
  readonly days: DayUnits
  readonly counted: DayUnits
}

export interface Account {
  /** By period and day. */
  readonly lines: readonly LedgerLine[]
  /** One of each requirement, in their order. */
  readonly totals: readonly RequirementTotal[]
  /** In the order of the periods' first days. */
  readonly periods: readonly PeriodSum[]
}

/** What a person has to look at and explain; nothing is deducted for it but by its lines. */
export interface Remark {
  readonly code: 'OVERLAP_ABOVE_FULL_TIME' | 'MUNICIPAL_BEFORE_HOSPITAL' | 'BEFORE_PART_1_FINISHED'
  readonly paragraph: Paragraph
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly periodIds: readonly Id<'ServicePeriod'>[]
}

/** At the share of the positions held on `asOf`, without more absence, and with everything registered confirmed. */
export interface Forecast {
  /** Of full time, per day. */
  readonly pace: DayUnits
  /** The day it is met: `asOf` when it is; null when the positions of today do not add to it. */
  readonly requirements: readonly { readonly requirement: Requirement; readonly on: CivilDate | null }[]
  /** All of it, going on at the same share with whatever is missing, in the order of § 2; null at no pace. */
  readonly overall: CivilDate | null
}

export interface Ledger {
  readonly asOf: CivilDate
  /** The thresholds and choices that were used. */
  readonly rules: readonly ServiceTimeRule[]
  /** What counts, § 31(1): confirmed service alone. */
  readonly confirmed: Account
  /** What will count when all that is registered is confirmed. */
  readonly registered: Account
  readonly remarks: readonly Remark[]
  readonly forecast: Forecast
}
