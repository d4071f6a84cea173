/**
 * Every code that a refusal of the graph can have, with its message for those who read an answer without a client. The
 * web has words of its own for each.
 */
export const REFUSALS = {
  // Of every command.
  NOT_FOUND: 'It does not exist, or the actor may not see it.',
  STALE_VERSION: 'Somebody changed it after it was read.',
  NOT_PERMITTED: 'The actor may not do this.',
  NOT_IN_THIS_STATE: 'This cannot be done in its present state.',
  COMMENT_REQUIRED: 'A comment must say why.',
  REASON_REQUIRED: 'A reason must be given.',
  NAME_REQUIRED: 'A name must be given.',
  DATE_IN_FUTURE: 'The day is later than today.',
  DATE_IN_PAST: 'The day is earlier than today.',
  PERIOD_INVALID: 'The period ends before it begins, or is over.',
  PERIOD_OVERLAPS: 'There is a period already that this one overlaps.',
  HOURS_INVALID: 'The number of hours is not one that can be.',
  NATIONAL_ID_FOUND: 'The text holds what looks like a national identity number.',
  TEXT_TOO_LONG: 'The text is longer than may be kept.',
  // Of several rows at once.
  ROWS_EMPTY: 'No row was sent.',
  TOO_MANY_ROWS: 'More rows were sent than are taken at once.',
  ROW_DUPLICATED: 'A row was sent twice.',
  // Of activities and goals.
  CERTIFICATE_REQUIRED: 'A course needs its certificate.',
  SIGNER_NOT_ELIGIBLE: 'The person may not sign for this trainee.',
  APPROVER_NOT_ELIGIBLE: 'The person may not approve for this trainee.',
  OWN_ACTIVITY: 'Nobody signs their own activity.',
  OWN_GOAL: 'Nobody approves their own goal.',
  OWN_PERIOD: 'Nobody signs their own service period.',
  PLAN_ARCHIVED: 'The plan is archived.',
  // Of plans.
  ALREADY_ASSIGNED: 'The trainee has this plan already.',
  PLAN_BEGUN: 'Something has been done in the plan: it can be archived.',
  PLAN_NOT_BEGUN: 'Nothing has been done in the plan: it can be deleted.',
  // Of persons and their parts.
  PERSON_NOT_QUALIFIED: 'The person cannot have this part.',
  SCOPE_INVALID: 'The role cannot be limited to this, or must be limited.',
  PERSON_LEFT: 'The person has left.',
  ALREADY_REGISTERED: 'The person has this part already.',
  ALREADY_DELEGATE: 'The person is a delegate already in a part of the period.',
  GUIDELINE_REQUIRED: 'A guideline must say what the delegate approves, and by what standard.',
  REASON_INVALID: 'The reason is too short to be one.',
  TOO_MANY_OPEN: 'The actor has opened as many records as may be open at once.',
  // Of the curriculum.
  RETIRED: 'It is retired.',
  TITLE_REQUIRED: 'A title must be given.',
  GOALS_REQUIRED: 'At least one goal must be named.',
  PLANS_REQUIRED: 'At least one plan must be named.',
  VALIDITY_REQUIRED: 'A recurring activity says for how long it counts.',
  REGION_REQUIRED: 'Who administers several regions must name one.',
  NUMBER_INVALID: 'The number is not a whole one from 1 to 1,000.',
  SUBJECT_CHANGED: 'What the proposal would change is no longer as its proposer saw it.',
  // Of conversations, groups and hours.
  NO_MENTOR: 'The trainee has no mentor.',
  RELATION_ENDED: 'The two are no longer mentor and trainee.',
  MENTOR_ONLY: 'Only the mentor does this.',
  TIME_INVALID: 'The time is not one that can be.',
  TIME_IN_PAST: 'The time is past.',
  DURATION_INVALID: 'The duration is not one that can be.',
  SERIES_INVALID: 'The series is not one that can be.',
  AGENDA_INVALID: 'The agenda has too much in it.',
  NOT_HELD_YET: 'The conversation has not been held yet.',
  MINUTES_MISSING: 'The conversation has no minutes.',
  PREPARATION_MISSING: 'There is no preparation to share.',
  TEXT_INVALID: 'The change of the text cannot be read.',
  TEXT_CHANGED: 'The text was changed after it was read.',
  TOPICS_INVALID: 'The topics are too many, or none.',
  ALREADY_MEMBER: 'The trainee is in the group already.',
  NOT_A_MEMBER: 'The trainee was not in the group that day.',
  GROUP_CLOSED: 'The group is closed.',
  TRACK_UNKNOWN: 'There is no such track.',
  TRAINEE_NOT_ELIGIBLE: 'The trainee cannot be in this group.',
  // Of service time.
  SIGNATURE_NOT_NEEDED: 'A period of this kind needs no signature.',
  PERIOD_NOT_OVER: 'The period is not over.',
  SOURCE_MISSING: 'The source of the rule must be given.',
  VALUE_INVALID: 'The value is not one that the rule can have.',
} as const

export type RefusalCode = keyof typeof REFUSALS
