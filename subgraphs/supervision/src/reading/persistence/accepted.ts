import { batched, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Conversation, Prisma } from '../../generated/db/client.ts'
import type { Held } from '../domain/preparation.ts'

/** The times that a conversation was accepted for, as its history tells: no status says it of what is finalised. */
export const withAccepted = {
  history: { where: { command: 'ACCEPT' }, select: { startsAt: true } },
} satisfies Prisma.ConversationSelect

export const toHeld = (
  { status, startsAt }: Pick<Conversation, 'status' | 'startsAt'>,
  history: readonly Pick<Conversation, 'startsAt'>[],
): Held => ({
  ...{ status, startsAt },
  accepted: history.some((accepted) => accepted.startsAt.getTime() === startsAt.getTime()),
})

const acceptedOf = batched<Id<'Conversation'>, readonly { readonly startsAt: Date }[]>(async (ids) => {
  const select = { id: true, ...withAccepted }
  const rows = await database.conversation.findMany({ where: { id: { in: [...ids] } }, select })
  return new Map(rows.map(({ id, history }) => [id, history]))
})

/** A conversation's state; one query for all of a request. */
export const heldOf = async (
  row: Pick<Conversation, 'id' | 'status' | 'startsAt'>,
  context: GraphContext,
): Promise<Held> => toHeld(row, (await acceptedOf(row.id, context)) ?? [])
