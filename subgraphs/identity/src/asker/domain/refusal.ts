/** Why a command is refused. */
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
export type IdentityRefusal = (typeof REFUSALS)[number]
