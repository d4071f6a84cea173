/** The closed sets of this subgraph; the migrations' CHECKs and the graph's enums say the same. */
export { RELATION_KINDS, ROLES, type RelationKind, type Role } from '@kompetanse/schema/roles'

export const REGION_CODES = ['MUNICIPAL', 'HELSE_SOR_OST', 'HELSE_VEST', 'HELSE_MIDT', 'HELSE_NORD'] as const
export type RegionCode = (typeof REGION_CODES)[number]

export const LANGUAGES = ['BOKMAL', 'NYNORSK', 'ENGLISH'] as const
export type Language = (typeof LANGUAGES)[number]

export const TRAINING_PARTS = ['PART_1', 'PART_2', 'PART_3'] as const
export type TrainingPart = (typeof TRAINING_PARTS)[number]

export const ENTERPRISE_KINDS = ['APPROVED', 'REGISTERED'] as const
export type EnterpriseKind = (typeof ENTERPRISE_KINDS)[number]

export const REFUSALS = [
  'NOT_PERMITTED',
  'ALREADY_REGISTERED',
  'PERSON_NOT_QUALIFIED',
  'PERIOD_INVALID',
  'PERIOD_OVERLAPS',
  'REASON_INVALID',
  'NATIONAL_ID_FOUND',
  'TOO_MANY_OPEN',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

/** A refusal that the user can act on. */
export interface Rejected {
  readonly rejected: RefusalCode
}

export const rejected = (code: RefusalCode): Rejected => ({ rejected: code })
