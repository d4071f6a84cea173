import { date } from '#lib/format/index.ts'
import type { graphql } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { Status } from '#lib/ui/index.ts'

type Scalar<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<typeof graphql.scalar<Name>>
export type PeriodKind = Scalar<'ServicePeriodKind'>
export type PeriodStatus = Scalar<'ServicePeriodStatus'>
export type AbsenceKind = Scalar<'AbsenceKind'>
export type Effect = Scalar<'ServiceTimeEffect'>
export type Requirement = Scalar<'ServiceTimeRequirement'>
export type RemarkCode = Scalar<'ServiceTimeRemarkCode'>

type Words<Code extends string> = Record<Code, () => string>

const kinds: Words<PeriodKind> = {
  PART_1_HOSPITAL: m.time_kind_PART_1_HOSPITAL,
  PART_1_MUNICIPAL: m.time_kind_PART_1_MUNICIPAL,
  OPEN_UNSELECTED_PRACTICE: m.time_kind_OPEN_UNSELECTED_PRACTICE,
  HOSPITAL: m.time_kind_HOSPITAL,
  INSTITUTION: m.time_kind_INSTITUTION,
  OTHER_GENERAL_PRACTICE: m.time_kind_OTHER_GENERAL_PRACTICE,
  COMMUNITY_MEDICINE: m.time_kind_COMMUNITY_MEDICINE,
  OCCUPATIONAL_MEDICINE: m.time_kind_OCCUPATIONAL_MEDICINE,
  RESEARCH: m.time_kind_RESEARCH,
  OTHER_SPECIALITY: m.time_kind_OTHER_SPECIALITY,
}
export const PERIOD_KINDS = Object.keys(kinds) as PeriodKind[]
export const periodKindWord = (kind: PeriodKind): string => kinds[kind]()

const absences: Words<AbsenceKind> = {
  HOLIDAY: m.time_absence_HOLIDAY,
  COURSE: m.time_absence_COURSE,
  SICKNESS: m.time_absence_SICKNESS,
  PARENTAL_LEAVE: m.time_absence_PARENTAL_LEAVE,
  OTHER_LEAVE: m.time_absence_OTHER_LEAVE,
  TRANSFERRED_HOLIDAY: m.time_absence_TRANSFERRED_HOLIDAY,
  COVID: m.time_absence_COVID,
}
export const ABSENCE_KINDS = Object.keys(absences) as AbsenceKind[]
export const absenceWord = (kind: AbsenceKind): string => absences[kind]()

const effects: Words<Effect> = {
  COUNTED_IN_FULL: m.time_effect_COUNTED_IN_FULL,
  COUNTED_IN_PROPORTION: m.time_effect_COUNTED_IN_PROPORTION,
  HOLIDAY_COUNTED: m.time_effect_HOLIDAY_COUNTED,
  COURSE_COUNTED: m.time_effect_COURSE_COUNTED,
  COVID_COUNTED: m.time_effect_COVID_COUNTED,
  ABSENCE_WITHIN_ALLOWANCE: m.time_effect_ABSENCE_WITHIN_ALLOWANCE,
  ABSENCE_DEDUCTED: m.time_effect_ABSENCE_DEDUCTED,
  BEFORE_LICENCE: m.time_effect_BEFORE_LICENCE,
  NOT_CONFIRMED: m.time_effect_NOT_CONFIRMED,
  KIND_NOT_COUNTED: m.time_effect_KIND_NOT_COUNTED,
  UNSUPERVISED_NOT_COUNTED: m.time_effect_UNSUPERVISED_NOT_COUNTED,
  BELOW_MINIMUM_FTE: m.time_effect_BELOW_MINIMUM_FTE,
  OVERLAP_NOT_COUNTED: m.time_effect_OVERLAP_NOT_COUNTED,
  ABOVE_MAXIMUM_NOT_COUNTED: m.time_effect_ABOVE_MAXIMUM_NOT_COUNTED,
}
export const effectWord = (effect: Effect): string => effects[effect]()

const requirements: Words<Requirement> = {
  TOTAL_TRAINING_TIME: m.time_requirement_TOTAL_TRAINING_TIME,
  PART_1_HOSPITAL: m.time_requirement_PART_1_HOSPITAL,
  PART_1_MUNICIPAL: m.time_requirement_PART_1_MUNICIPAL,
  AFTER_PART_1: m.time_requirement_AFTER_PART_1,
  OPEN_UNSELECTED_PRACTICE: m.time_requirement_OPEN_UNSELECTED_PRACTICE,
  OTHER_SPECIALITY_AT_MOST: m.time_requirement_OTHER_SPECIALITY_AT_MOST,
}
export const requirementWord = (requirement: Requirement): string => requirements[requirement]()

const remarks: Record<RemarkCode, { title: () => string; text: () => string }> = {
  OVERLAP_ABOVE_FULL_TIME: {
    title: m.time_remark_OVERLAP_ABOVE_FULL_TIME,
    text: m.time_remark_OVERLAP_ABOVE_FULL_TIME_text,
  },
  MUNICIPAL_BEFORE_HOSPITAL: {
    title: m.time_remark_MUNICIPAL_BEFORE_HOSPITAL,
    text: m.time_remark_MUNICIPAL_BEFORE_HOSPITAL_text,
  },
  BEFORE_PART_1_FINISHED: {
    title: m.time_remark_BEFORE_PART_1_FINISHED,
    text: m.time_remark_BEFORE_PART_1_FINISHED_text,
  },
}
export const remarkWords = (code: RemarkCode): { title: string; text: string } => ({
  title: remarks[code].title(),
  text: remarks[code].text(),
})

type Reader = 'sender' | 'decider'
const marks: Record<PeriodStatus, Status> = {
  REGISTERED: 'registered',
  WAITING: 'waitingSigning',
  REJECTED: 'rejected',
  SIGNED: 'signed',
  UNVERIFIED: 'unverified',
}
/** A period's state in the portal's words: its sender reads «Sendt». */
export const periodMark = (status: PeriodStatus, reader: Reader = 'sender'): Status =>
  status === 'WAITING' && reader === 'sender' ? 'sent' : marks[status]

/** «1. mai 2026 – 30. sept. 2026», «1. mai 2026 – pågår». */
export const spanText = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string =>
  m.time_span({ from: date(startsOn), to: endsOn ? date(endsOn) : m.time_ongoing() })
