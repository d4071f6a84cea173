import { m } from '#lib/paraglide/messages.js'
import { codeText, refusalText } from '#lib/training/index.ts'

const texts = {
  MENTOR_ONLY: m.conv_refusal_mentor_only,
  NO_MENTOR: m.conv_refusal_no_mentor,
  RELATION_ENDED: m.conv_refusal_relation_ended,
  PERSON_LEFT: m.conv_refusal_person_left,
  TIME_IN_PAST: m.conv_refusal_time_in_past,
  TIME_INVALID: m.conv_refusal_time_invalid,
  DURATION_INVALID: m.conv_refusal_duration_invalid,
  SERIES_INVALID: m.conv_refusal_series_invalid,
  AGENDA_INVALID: m.conv_refusal_agenda_invalid,
  REASON_REQUIRED: m.conv_refusal_reason_required,
  NATIONAL_ID_FOUND: m.conv_refusal_national_id,
  NOT_HELD_YET: m.conv_refusal_not_held_yet,
  MINUTES_MISSING: m.conv_refusal_minutes_missing,
  PREPARATION_MISSING: m.conv_refusal_preparation_missing,
  TEXT_CHANGED: m.conv_refusal_text_changed,
  TEXT_TOO_LONG: m.conv_refusal_text_too_long,
  TEXT_INVALID: m.conv_refusal_text_invalid,
  NOT_FOUND: m.refusal_not_found,
  HOURS_INVALID: m.conv_refusal_hours_invalid,
  GROUP_CLOSED: m.conv_refusal_group_closed,
  NAME_REQUIRED: m.conv_refusal_name_required,
  TRACK_UNKNOWN: m.conv_refusal_track_unknown,
  TRAINEE_NOT_ELIGIBLE: m.conv_refusal_trainee_not_eligible,
  ALREADY_MEMBER: m.conv_refusal_already_member,
  TOPICS_INVALID: m.template_error_topics,
  NOT_A_MEMBER: m.conv_refusal_not_a_member,
} as const satisfies Record<string, () => string>

const isKnown = (code: string): code is keyof typeof texts => code in texts

/** A refusal's code in words: what, why and what to do. */
export const conversationCodeText = (code: string): string => (isKnown(code) ? texts[code]() : codeText(code))

/** The words for an outcome that is not a success. */
export const conversationRefusalText = (outcome: { __typename: string; code?: string }): string =>
  outcome.code ? conversationCodeText(outcome.code) : refusalText(outcome)
