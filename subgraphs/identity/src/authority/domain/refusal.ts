/** Why a command is refused. */
export type IdentityRefusal =
  | 'NOT_PERMITTED'
  | 'ALREADY_REGISTERED'
  | 'PERSON_NOT_QUALIFIED'
  | 'PERIOD_INVALID'
  | 'PERIOD_OVERLAPS'
  | 'SCOPE_INVALID'
  | 'REASON_INVALID'
  | 'TEXT_TOO_LONG'
  | 'NATIONAL_ID_FOUND'
  | 'TOO_MANY_OPEN'
