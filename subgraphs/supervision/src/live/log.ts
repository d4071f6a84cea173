import { createEventLog } from '@kompetanse/live'
import type { Id } from '@kompetanse/schema/ids'
import { subgraph } from '../database.ts'
import type { ConversationTextPart } from '../generated/db/client.ts'
import type { ConversationChange } from './append.ts'

export interface ConversationEvent {
  readonly conversationId: Id<'Conversation'>
  readonly traineeId: Id<'Person'>
  readonly mentorId: Id<'Person'>
  readonly change: ConversationChange
  readonly byId: Id<'Person'>
  readonly at: Date
  /** The three of a text that was written to; null of anything else. */
  readonly part: ConversationTextPart | null
  readonly update: Uint8Array | null
  readonly sequence: number | null
}

interface Row {
  conversation_id: Id<'Conversation'>
  trainee_id: Id<'Person'>
  mentor_id: Id<'Person'>
  change: ConversationChange
  by_id: Id<'Person'>
  at: Date
  part: ConversationTextPart | null
  update: Buffer | null
  sequence: number | null
}

const toEvent = (row: unknown): ConversationEvent => {
  const { conversation_id: conversationId, trainee_id: traineeId, mentor_id: mentorId, ...rest } = row as Row
  const { change, by_id: byId, at, part, update, sequence } = rest
  return { conversationId, traineeId, mentorId, change, byId, at, part, update, sequence }
}

/** What happens to conversations, in the order of commits. */
export const conversationLog = createEventLog<ConversationEvent>({
  subgraph,
  table: 'conversation_event',
  channel: 'supervision_conversation',
  columns: [
    ...['conversation_id', 'trainee_id', 'mentor_id', 'change', 'by_id', 'at'],
    ...['part', '"update"', 'sequence'],
  ],
  toEvent,
})
