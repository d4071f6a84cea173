import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../database.ts'
import type { ConversationTextPart } from '../generated/db/client.ts'

export const CONVERSATION_CHANGES = [
  'CREATED',
  'TEXT_WRITTEN',
  'PREPARATION_SHARED',
  'STATUS_CHANGED',
  'RESCHEDULED',
  'AGENDA_CHANGED',
  'GOALS_ASSESSED',
] as const
export type ConversationChange = (typeof CONVERSATION_CHANGES)[number]

/** A conversation and whose it is. */
export interface Whose {
  readonly id: Id<'Conversation'>
  readonly traineeId: Id<'Person'>
  readonly mentorId: Id<'Person'>
}

export interface ConversationHappening {
  readonly of: Whose
  readonly change: ConversationChange
  readonly byId: Id<'Person'>
  /** Of a text that was written to: which, what was added, and that text's count of writes after it. */
  readonly written?: {
    readonly part: ConversationTextPart
    readonly update: Uint8Array
    readonly sequence: number
  }
}

/**
 * Writes what happened to conversations, in the transaction that made it happen; who has them or a list of them open
 * hears of it at the commit. One statement however many.
 */
export async function appendEvents(tx: Tx, happenings: readonly ConversationHappening[]): Promise<void> {
  const data = happenings.map(({ written, of, ...happening }) => ({
    ...happening,
    ...{ conversationId: of.id, traineeId: of.traineeId, mentorId: of.mentorId },
    ...(written && { ...written, update: Uint8Array.from(written.update) }),
  }))
  if (data.length > 0) await tx.conversationEvent.createMany({ data })
}
