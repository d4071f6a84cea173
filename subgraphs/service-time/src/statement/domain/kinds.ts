/** A civil date, `2026-02-28`: days begin and end in Europe/Oslo, and inside there are no time zones. */
export type CivilDate = string

export const PERIOD_KINDS = [
  'PART_1_HOSPITAL',
  'PART_1_MUNICIPAL',
  'OPEN_UNSELECTED_PRACTICE',
  'HOSPITAL',
  'INSTITUTION',
  'OTHER_GENERAL_PRACTICE',
  'COMMUNITY_MEDICINE',
  'OCCUPATIONAL_MEDICINE',
  'RESEARCH',
  'OTHER_SPECIALITY',
] as const

/** The order is the order in which kinds take their place when positions overlap (reading 9 in section-31.md). */
export type PeriodKind = (typeof PERIOD_KINDS)[number]

export const ABSENCE_KINDS = [
  'HOLIDAY',
  'TRANSFERRED_HOLIDAY',
  'COURSE',
  'SICKNESS',
  'PARENTAL_LEAVE',
  'COVID',
  'OTHER_LEAVE',
] as const

/** TRANSFERRED_HOLIDAY is both transferred and advance holiday. */
export type AbsenceKind = (typeof ABSENCE_KINDS)[number]
