import { batched, type GraphContext } from '@kompetanse/graph'
import { database } from '../database.ts'
import type { Prisma } from '../generated/db/client.ts'
import { toHeld, withAccepted } from './accepted.ts'
import { mayReadPreparation } from './domain/preparation.ts'
import { authorOf, PREPARATIONS } from './texts.ts'

const select = {
  ...{ id: true, traineeId: true, mentorId: true, status: true, startsAt: true, ...withAccepted },
  texts: { where: { part: { in: [...PREPARATIONS] } }, select: { part: true, sharedAt: true } },
} satisfies Prisma.ConversationSelect

const preparedOf = batched(async (ids: string[]) => {
  const rows = await database.conversation.findMany({ where: { id: { in: ids } }, select })
  return new Map(rows.map((row) => [row.id, row]))
})

/** Whether the actor may read every text of a conversation: a digest of them all lets what is short be guessed. */
export async function readsAll(id: string, context: GraphContext): Promise<boolean> {
  const found = await preparedOf(id, context)
  if (!found) return false
  const reader = { readerId: context.actor.personId, held: toHeld(found, found.history), now: context.now }
  return found.texts.every(({ part, sharedAt }) =>
    mayReadPreparation({ authorId: authorOf(found, part) ?? '', sharedAt }, reader),
  )
}
