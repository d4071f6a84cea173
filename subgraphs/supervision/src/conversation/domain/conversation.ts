/** A planned conversation between a trainee and the mentor: its states, and what can be done to it. */
import type { Id } from '@kompetanse/schema/ids'

export type Party = 'TRAINEE' | 'MENTOR'

export interface Time {
  readonly startsAt: Date
  readonly durationMinutes: number
}

export interface Agenda {
  /** A room, or the address of a meeting on screen. */
  readonly place: string | null
  readonly topics: readonly string[]
  /** Learning goals of the trainee's that it concerns, by their raw ids. */
  readonly goalIds: readonly Id<'LearningGoal'>[]
}

export type Assessment = 'RECOMMENDED' | 'NOT_YET' | 'NOT_ASSESSED'

interface Held extends Time {
  /** Who proposed the present time. */
  readonly invitedBy: Party
}

export interface Signed {
  readonly byId: Id<'Person'>
  readonly at: Date
  /** SHA-256, hex, of what was finalised. */
  readonly digest: string
}

export type Conversation =
  | ({ readonly status: 'INVITED' } & Held)
  | ({ readonly status: 'PLANNED' } & Held)
  | ({ readonly status: 'DECLINED'; readonly reason: string | null } & Held)
  | ({ readonly status: 'CANCELLED'; readonly reason: string } & Held)
  | ({ readonly status: 'FINALISED'; readonly signature: Signed } & Held)

export type ConversationStatus = Conversation['status']

export const CONVERSATION_COMMANDS = [
  'ACCEPT',
  'DECLINE',
  'RESCHEDULE',
  'EDIT_AGENDA',
  'WRITE_PREPARATION',
  'WRITE_MINUTES',
  'ASSESS_GOALS',
  'FINALISE',
  'CANCEL',
] as const

export type ConversationCommandName = (typeof CONVERSATION_COMMANDS)[number]

interface OfSeries {
  /** Whether it goes for the later conversations of its series too, where it can be done. */
  readonly wholeSeries?: boolean
}

/** Writing is decided here too, but its texts are kept beside the conversation. */
export type ConversationCommand =
  | { readonly name: 'WRITE_PREPARATION' | 'WRITE_MINUTES' }
  | ({ readonly name: 'ACCEPT' } & OfSeries)
  | ({ readonly name: 'DECLINE' | 'CANCEL'; readonly reason: string | null } & OfSeries)
  | ({ readonly name: 'RESCHEDULE' } & Time)
  | ({ readonly name: 'EDIT_AGENDA' } & Agenda)
  | { readonly name: 'ASSESS_GOALS'; readonly assessments: ReadonlyMap<Id<'LearningGoal'>, Assessment> }
  /** How far the mentor had read: what has been written since must be read before it is signed. */
  | { readonly name: 'FINALISE'; readonly textSequence: number }

/** All that can stand in the way of what the two do with a conversation and its texts. */
export type ConversationRefusal =
  | 'NOT_PERMITTED'
  | 'NOT_IN_THIS_STATE'
  | 'MENTOR_ONLY'
  | 'RELATION_ENDED'
  | 'PERSON_LEFT'
  | 'TIME_IN_PAST'
  | 'TIME_INVALID'
  | 'DURATION_INVALID'
  | 'AGENDA_INVALID'
  | 'REASON_REQUIRED'
  | 'NATIONAL_ID_FOUND'
  | 'NOT_HELD_YET'
  | 'NO_MENTOR'
  | 'SERIES_INVALID'
  | 'TEXT_INVALID'
  | 'TEXT_TOO_LONG'
  | 'MINUTES_MISSING'
  | 'TEXT_CHANGED'
  | 'PREPARATION_MISSING'

export interface Situation {
  readonly actorId: Id<'Person'>
  /** What the actor is to the conversation; only its two parties get this far. */
  readonly party: Party
  /** Whether the mentor is the trainee's mentor today. */
  readonly relationRuns: boolean
  /** Whether the one was the other's mentor until the day of the conversation; the beginning is often registered late. */
  readonly mentorThen: boolean
  /** Whether both still are in the portal. */
  readonly bothActive: boolean
  readonly hasMinutes: boolean
  /** How many times the texts that the actor reads have been written to. */
  readonly textSequence: number
  readonly goalIds: readonly Id<'LearningGoal'>[]
  readonly now: Date
  readonly contentDigest: string
}

/** A conversation as a command finds it. */
export interface Found {
  readonly conversation: Conversation
  readonly situation: Situation
}

export interface ConversationEvent {
  readonly command: ConversationCommandName
  readonly byId: Id<'Person'>
  readonly at: Date
  readonly reason: string | null
  readonly digest: string | null
}
