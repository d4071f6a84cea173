import { batched, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { toHeld, withAccepted } from './accepted.ts'
import { authorOf, mayReadPreparation } from '../domain/preparation.ts'

/** What tells who reads which of a conversation's texts, and how often each has been written to. */
export const withReading = {
  ...withAccepted,
  texts: { select: { part: true, sequence: true, sharedAt: true } },
} satisfies Prisma.ConversationSelect

const select = {
  ...{ id: true, traineeId: true, mentorId: true, status: true, startsAt: true, ...withReading },
} satisfies Prisma.ConversationSelect

type Reading = Prisma.ConversationGetPayload<{ select: typeof select }>

const readingOf = batched(async (ids: Id<'Conversation'>[]) => {
  const rows = await database.conversation.findMany({ where: { id: { in: ids } }, select })
  return new Map(rows.map((row) => [row.id, row]))
})

/** Those of the texts that the actor reads. */
function textsRead(row: Reading, { actor, now }: GraphContext): Reading['texts'] {
  const reader = { readerId: actor.personId, held: toHeld(row, row.history), now }
  return row.texts.filter(({ part, sharedAt }) => {
    const authorId = authorOf(row, part)
    return authorId === null || mayReadPreparation({ authorId, sharedAt }, reader)
  })
}

/** How many times what the actor reads has been written to: what else is written leaves no mark on it. */
export const writesRead = (row: Reading, context: GraphContext): number =>
  textsRead(row, context).reduce((sum, { sequence }) => sum + sequence, 0)

/** The same of one conversation of many; one look-up for all of a request. */
export async function writesReadOf(id: Id<'Conversation'>, context: GraphContext): Promise<number> {
  const found = await readingOf(id, context)
  return found ? writesRead(found, context) : 0
}

/** Whether the actor may read every text of a conversation: a digest of them all lets what is short be guessed. */
export async function readsAll(id: Id<'Conversation'>, context: GraphContext): Promise<boolean> {
  const found = await readingOf(id, context)
  return found !== undefined && textsRead(found, context).length === found.texts.length
}
