import type { GraphContext, Positioned } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { GraphQLError } from 'graphql'
import { conversationLog, type ConversationEvent } from '../../live/log.ts'
import { mayHear } from '../../reading/persistence/may-hear.ts'
import { isOwn } from '../persistence/party.ts'

export type SeenEvent = ConversationEvent & Positioned

export interface Listening {
  readonly conversationId: Id<'Conversation'>
  readonly after: string | null
}

const DONE = { done: true, value: undefined } as const

const notFound = () => new GraphQLError('no such conversation', { extensions: { code: 'NOT_FOUND' } })

/**
 * What happens to one conversation after a cursor, or from now, for its two parties. Access is checked at every
 * event: when it has ended the stream ends, and the event is not sent. Neither is one that is not theirs to hear. Throws
 * NOT_FOUND to everybody else.
 */
export async function subscribeConversation(
  { conversationId: id, after }: Listening,
  context: GraphContext,
): Promise<AsyncIterableIterator<SeenEvent>> {
  if (!(await isOwn(id, context))) throw notFound()
  const events = await conversationLog.subscribe({
    after,
    wants: (event) => event.conversationId === id,
    look: async (event) => {
      const own = await isOwn(id, context)
      return own && !(await mayHear(event, context.actor.personId)) ? null : { ...event, own }
    },
  })
  const iterator: AsyncIterableIterator<SeenEvent> = {
    async next() {
      const next = await events.next()
      if (next.done) return DONE
      return next.value.own ? { done: false, value: next.value } : (await events.return?.(), DONE)
    },
    async return() {
      await events.return?.()
      return DONE
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}

/**
 * What happens to any of the actor's own conversations after a cursor, or from now, but for what is written in them.
 * What is not the actor's to see any more is left out.
 */
export function subscribeOwnConversations(
  after: string | null,
  context: GraphContext,
): Promise<AsyncIterableIterator<SeenEvent>> {
  const { personId } = context.actor
  return conversationLog.subscribe({
    after,
    wants: ({ change, traineeId, mentorId }) =>
      change !== 'TEXT_WRITTEN' && (traineeId === personId || mentorId === personId),
    look: async (event) => ((await isOwn(event.conversationId, context)) ? event : null),
  })
}
