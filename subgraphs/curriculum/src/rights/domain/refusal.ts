/** Why a change of the curriculum is refused. */
export type CurriculumRefusal =
  | 'NOT_PERMITTED'
  | 'RETIRED'
  | 'TITLE_REQUIRED'
  | 'TEXT_TOO_LONG'
  | 'GOALS_REQUIRED'
  | 'PLANS_REQUIRED'
  | 'VALIDITY_REQUIRED'
  | 'NUMBER_INVALID'
  | 'REASON_REQUIRED'
  | 'COMMENT_REQUIRED'
  | 'NOT_IN_THIS_STATE'
  | 'SUBJECT_CHANGED'
