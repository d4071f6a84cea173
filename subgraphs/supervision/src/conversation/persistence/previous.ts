import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Conversation } from '../../generated/db/client.ts'
import { ownConversation } from './party.ts'

/** The last finalised conversation of the same two before each of these; one look-up for all of a request. */
export const previousOf = batched<Id<'Conversation'>, Conversation>(async (ids, { actor }) => {
  const pairs = await database.$queryRaw<{ id: Id<'Conversation'>; previous: Id<'Conversation'> }[]>`
    SELECT DISTINCT ON (this.id) this.id, earlier.id AS previous
    FROM conversation this JOIN conversation earlier
      ON earlier.trainee_id = this.trainee_id AND earlier.mentor_id = this.mentor_id
      AND earlier.status = 'FINALISED' AND earlier.starts_at < this.starts_at
    WHERE this.id = ANY(${ids}::uuid[])
    ORDER BY this.id, earlier.starts_at DESC, earlier.id`
  const where = { id: { in: pairs.map(({ previous }) => previous) }, ...ownConversation(actor) }
  const found = new Map((await database.conversation.findMany({ where })).map((row) => [row.id, row]))
  return new Map(
    pairs.flatMap(({ id, previous }) => {
      const row = found.get(previous)
      return row ? [[id, row] as const] : []
    }),
  )
})
