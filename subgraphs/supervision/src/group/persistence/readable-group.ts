import { readableTrainee } from '@kompetanse/directory'
import { batchedById, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'

const readable = batchedById<'SupervisionGroup', true>(async (ids, { actor, now }) => {
  if (actor.kind !== 'person') return new Map()
  const trainee = readableTrainee(actor, now)
  const rows = await database.supervisionGroup.findMany({
    where: { id: { in: ids }, OR: [{ mentorId: actor.personId }, { members: { some: { trainee } } }] },
    select: { id: true },
  })
  return new Map(rows.map(({ id }) => [id, true]))
})

/** Whether the actor may read what is written of a group: less than seeing when it met, and who was there. */
export const mayReadGroup = async (
  groupId: Id<'SupervisionGroup'>,
  context: GraphContext,
): Promise<boolean> => (await readable(groupId, context)) ?? false
