import { FILE_LIMIT } from '#lib/format/index.ts'
import type { introspection } from '#lib/graph/generated/graphql-env.d.ts'
import { m } from '#lib/paraglide/messages.js'
import { type Outcome, type Refusal, refusalOf } from './outcome.ts'

/** Every code that the graph may refuse a command with. */
type GraphCode = introspection['types']['RefusalCode']['enumValues']

/** The portal's words for each code. A code of the graph without words does not compile. */
export const words = {
  NOT_PERMITTED: m.refusal_not_permitted,
  NOT_IN_THIS_STATE: m.refusal_not_in_this_state,
  COMMENT_REQUIRED: m.refusal_comment_required,
  CERTIFICATE_REQUIRED: m.refusal_certificate_required,
  SIGNER_NOT_ELIGIBLE: m.refusal_signer_not_eligible,
  APPROVER_NOT_ELIGIBLE: m.refusal_approver_not_eligible,
  OWN_ACTIVITY: m.refusal_own_activity,
  OWN_GOAL: m.refusal_own_goal,
  DATE_IN_FUTURE: m.refusal_date_in_future,
  PLAN_ARCHIVED: m.refusal_plan_archived,
  ALREADY_ASSIGNED: m.refusal_already_assigned,
  PLAN_BEGUN: m.refusal_plan_begun,
  PLAN_NOT_BEGUN: m.refusal_plan_not_begun,
  REASON_REQUIRED: m.refusal_reason_required,
  REASON_INVALID: m.access_reason_error,
  TOO_MANY_OPEN: m.access_too_many,
  ROWS_EMPTY: m.refusal_rows_empty,
  TOO_MANY_ROWS: m.refusal_too_many_rows,
  ROW_DUPLICATED: m.refusal_row_duplicated,
  ALREADY_REGISTERED: m.refusal_already_registered,
  PERSON_NOT_QUALIFIED: m.refusal_person_not_qualified,
  PERIOD_INVALID: m.refusal_period_invalid,
  SCOPE_INVALID: m.refusal_scope_invalid,
  PERIOD_OVERLAPS: m.refusal_period_overlaps,
  ALREADY_DELEGATE: m.refusal_already_delegate,
  GUIDELINE_REQUIRED: m.refusal_guideline_required,
  RETIRED: m.refusal_retired,
  SUBJECT_CHANGED: m.refusal_subject_changed,
  TITLE_REQUIRED: m.refusal_title_required,
  GOALS_REQUIRED: m.refusal_goals_required,
  PLANS_REQUIRED: m.refusal_plans_required,
  VALIDITY_REQUIRED: m.refusal_validity_required,
  REGION_REQUIRED: m.refusal_region_required,
  NUMBER_INVALID: m.refusal_number_invalid,
  MENTOR_ONLY: m.conv_refusal_mentor_only,
  NO_MENTOR: m.conv_refusal_no_mentor,
  RELATION_ENDED: m.conv_refusal_relation_ended,
  PERSON_LEFT: m.conv_refusal_person_left,
  TIME_IN_PAST: m.conv_refusal_time_in_past,
  TIME_INVALID: m.conv_refusal_time_invalid,
  DURATION_INVALID: m.conv_refusal_duration_invalid,
  SERIES_INVALID: m.conv_refusal_series_invalid,
  AGENDA_INVALID: m.conv_refusal_agenda_invalid,
  NATIONAL_ID_FOUND: m.conv_refusal_national_id,
  NOT_HELD_YET: m.conv_refusal_not_held_yet,
  MINUTES_MISSING: m.conv_refusal_minutes_missing,
  PREPARATION_MISSING: m.conv_refusal_preparation_missing,
  TEXT_CHANGED: m.conv_refusal_text_changed,
  TEXT_INVALID: m.conv_refusal_text_invalid,
  HOURS_INVALID: m.conv_refusal_hours_invalid,
  GROUP_CLOSED: m.conv_refusal_group_closed,
  NAME_REQUIRED: m.conv_refusal_name_required,
  TRACK_UNKNOWN: m.conv_refusal_track_unknown,
  TRAINEE_NOT_ELIGIBLE: m.conv_refusal_trainee_not_eligible,
  ALREADY_MEMBER: m.conv_refusal_already_member,
  NOT_A_MEMBER: m.conv_refusal_not_a_member,
  TOPICS_INVALID: m.template_error_topics,
  OWN_PERIOD: m.time_refusal_OWN_PERIOD,
  SIGNATURE_NOT_NEEDED: m.time_refusal_SIGNATURE_NOT_NEEDED,
  PERIOD_NOT_OVER: m.time_refusal_PERIOD_NOT_OVER,
  VALUE_INVALID: m.rule_error_value,
  SOURCE_MISSING: m.rule_error_source,
  DATE_IN_PAST: m.rule_error_date,
  // Of the transport, of the route for files, and of members whose name alone gives their code.
  NOT_FOUND: m.refusal_not_found,
  STALE_VERSION: m.refusal_stale,
  UNREACHABLE: m.refusal_unreachable,
  FILE_EMPTY: m.refusal_file_empty,
  FILE_TOO_LARGE: () => m.refusal_file_too_large({ limit: FILE_LIMIT }),
  FILE_TYPE_REFUSED: m.refusal_file_type_refused,
  FILE_INFECTED: m.refusal_file_infected,
  NAME_INVALID: m.refusal_name_invalid,
  BAD_USER_INPUT: m.refusal_bad_input,
  TEXT_TOO_LONG: m.refusal_text_too_long,
  UPLOAD_QUOTA_EXCEEDED: m.refusal_upload_quota_exceeded,
} as const satisfies Record<GraphCode, () => string> & Record<string, () => string>

/** A code that has words. */
export type RefusalCode = keyof typeof words

/** Words for a code that means something else in the refusal of one thing, or in a form. */
export const instead = {
  'ConversationRefused.REASON_REQUIRED': m.conv_refusal_reason_required,
  'ConversationRefused.TEXT_TOO_LONG': m.conv_refusal_text_too_long,
  'ConversationTemplateRefused.NAME_REQUIRED': m.template_error_name,
  // Of the name a field takes no more.
  'ConversationTemplateRefused.TEXT_TOO_LONG': m.template_error_topics,
  'SupervisionHoursRefused.REASON_REQUIRED': m.conv_refusal_reason_required,
  'IdentityRefused.NATIONAL_ID_FOUND': m.access_reason_national_id,
  'ServicePeriodRefused.PERIOD_INVALID': m.time_refusal_PERIOD_INVALID,
  'form.STALE_VERSION': m.refusal_stale_form,
} as const

const all: Readonly<Record<string, (() => string) | undefined>> = { ...words, ...instead }

/** Whether the words are shown on a page, which redraws itself, or in a form, which has to be opened anew. */
type Where = 'page' | 'form'

/** The words of a refusal: what, why and what to do. An unknown code is shown as it is. */
export const refusalWords = ({ by, code }: Refusal, where: Where = 'page'): string =>
  (all[`${where}.${code}`] ?? all[`${by}.${code}`] ?? all[code])?.() ?? m.refusal_unknown({ code })

/** The words for an outcome that is not a success; undefined when it is. */
export const outcomeWords = (outcome: Outcome): string | undefined => {
  const refusal = refusalOf(outcome)
  return refusal && refusalWords(refusal)
}
