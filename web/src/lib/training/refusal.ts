import { m } from '#lib/paraglide/messages.js'
import { FILE_LIMIT } from './file-limit.ts'

const texts = {
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
  PERIOD_OVERLAPS: m.refusal_period_overlaps,
  ALREADY_DELEGATE: m.refusal_already_delegate,
  GUIDELINE_REQUIRED: m.refusal_guideline_required,
  RETIRED: m.refusal_retired,
  SUBJECT_CHANGED: m.refusal_subject_changed,
  TITLE_REQUIRED: m.refusal_title_required,
  GOALS_REQUIRED: m.refusal_goals_required,
  PLANS_REQUIRED: m.refusal_plans_required,
  VALIDITY_REQUIRED: m.refusal_validity_required,
  NUMBER_INVALID: m.refusal_number_invalid,
  FILE_EMPTY: m.refusal_file_empty,
  FILE_TOO_LARGE: () => m.refusal_file_too_large({ limit: FILE_LIMIT }),
  FILE_TYPE_REFUSED: m.refusal_file_type_refused,
  FILE_INFECTED: m.refusal_file_infected,
  NAME_INVALID: m.refusal_name_invalid,
  BAD_USER_INPUT: m.refusal_bad_input,
  TEXT_TOO_LONG: m.refusal_text_too_long,
  UPLOAD_QUOTA_EXCEEDED: m.refusal_upload_quota_exceeded,
} as const satisfies Record<string, () => string>

const isKnown = (code: string): code is keyof typeof texts => code in texts

/** A refusal's code in words: what, why and what to do. A code that the portal does not know is shown as it is. */
export const codeText = (code: string): string =>
  isKnown(code) ? texts[code]() : m.refusal_unknown({ code })

/** The words for an outcome that is not a success. */
export const refusalText = (outcome: { __typename: string; code?: string }): string => {
  if (outcome.code) return codeText(outcome.code)
  if (outcome.__typename === 'StaleVersion') return m.refusal_stale()
  if (outcome.__typename === 'NotFound') return m.refusal_not_found()
  return m.refusal_unreachable()
}
