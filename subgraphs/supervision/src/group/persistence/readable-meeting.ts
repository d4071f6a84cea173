import { batchedById, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { readableMeeting } from './visible-group.ts'

const readable = batchedById<'GroupMeeting', true>(async (ids, { actor, now }) => {
  const rows = await database.groupMeeting.findMany({
    where: { id: { in: ids }, AND: readableMeeting(actor, now) },
    select: { id: true },
  })
  return new Map(rows.map(({ id }) => [id, true]))
})

/** Whether the actor may read what is written of a meeting. */
export const mayReadMeeting = async (id: Id<'GroupMeeting'>, context: GraphContext): Promise<boolean> =>
  (await readable(id, context)) ?? false
