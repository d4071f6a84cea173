import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { ConversationEvent } from '../../live/log.ts'
import { toHeld, withAccepted } from './accepted.ts'
import { authorOf, mayReadPreparation } from '../domain/preparation.ts'

/** Whether an event is this party's to hear: what is written in a preparation is its author's alone until it is shared. */
export async function mayHear(
  { conversationId, part, ...whose }: ConversationEvent,
  readerId: Id<'Person'>,
): Promise<boolean> {
  const authorId = part && authorOf(whose, part)
  if (!part || !authorId || authorId === readerId) return true
  const found = await database.conversation.findUnique({
    where: { id: conversationId },
    select: {
      ...{ status: true, startsAt: true, ...withAccepted },
      texts: { where: { part }, select: { sharedAt: true } },
    },
  })
  if (!found) return false
  const sharedAt = found.texts[0]?.sharedAt ?? null
  const held = toHeld(found, found.history)
  return mayReadPreparation({ authorId, sharedAt }, { readerId, held, now: new Date() })
}
