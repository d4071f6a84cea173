import { NO_ID } from '@kompetanse/graph/ids'
import { containsNationalId } from '@kompetanse/graph/national-id'
import type { Agenda, ConversationCommand, ConversationRefusal, Situation, Time } from './conversation.ts'

export const MOST_TOPICS = 20
export const LONGEST_TOPIC = 500
export const LONGEST_NAME = 100
export const LONGEST_MINUTES = 600
const MOST_GOALS = 50
const YEAR = 366 * 86_400_000

/** Why people cannot meet at this time, or null. What was held already is recorded, not invited to. */
export function refuseTime({ startsAt, durationMinutes }: Time, now: Date): ConversationRefusal | null {
  if (startsAt < now) return 'TIME_IN_PAST'
  if (startsAt.getTime() - now.getTime() > 2 * YEAR) return 'TIME_INVALID'
  return refuseDuration(durationMinutes)
}

/** Why a conversation cannot have been held then, or null: it is over, and no more than a year ago. */
export function refuseHeld({ startsAt, durationMinutes }: Time, now: Date): ConversationRefusal | null {
  const over = startsAt.getTime() + durationMinutes * 60_000
  if (over > now.getTime()) return 'NOT_HELD_YET'
  return now.getTime() - over > YEAR ? 'TIME_INVALID' : refuseDuration(durationMinutes)
}

const refuseDuration = (minutes: number): ConversationRefusal | null =>
  minutes >= 5 && minutes <= LONGEST_MINUTES ? null : 'DURATION_INVALID'

/** Topics as they are kept: without the empty ones. */
export const topicsOf = (topics: readonly string[]): readonly string[] => topics.filter(Boolean)

/** Why this cannot be what it is about, or null. */
export function refuseAgenda({ place, topics, goalIds }: Agenda): ConversationRefusal | null {
  const tooMuch = topics.length > MOST_TOPICS || goalIds.length > MOST_GOALS
  if (tooMuch || goalIds.includes(NO_ID)) return 'AGENDA_INVALID'
  if ([place ?? '', ...topics].some(({ length }) => length > LONGEST_TOPIC)) return 'TEXT_TOO_LONG'
  return refuseText(...topics, place)
}

/** No patient is named anywhere in what the two write to each other. */
export const refuseText = (...texts: readonly (string | null)[]): 'NATIONAL_ID_FOUND' | null =>
  texts.some((text) => text !== null && containsNationalId(text)) ? 'NATIONAL_ID_FOUND' : null

/** What the command lacks, or null. */
export function incomplete(command: ConversationCommand, situation: Situation): ConversationRefusal | null {
  switch (command.name) {
    case 'RESCHEDULE':
      return refuseTime(command, situation.now)
    case 'EDIT_AGENDA':
      return refuseAgenda(command)
    case 'DECLINE':
      return refuseText(command.reason)
    case 'CANCEL':
      return command.reason ? refuseText(command.reason) : 'REASON_REQUIRED'
    case 'ASSESS_GOALS':
      return [...command.assessments.keys()].every((id) => situation.goalIds.includes(id))
        ? null
        : 'AGENDA_INVALID'
    case 'FINALISE':
      if (!situation.hasMinutes) return 'MINUTES_MISSING'
      return command.textSequence === situation.textSequence ? null : 'TEXT_CHANGED'
    default:
      return null
  }
}
