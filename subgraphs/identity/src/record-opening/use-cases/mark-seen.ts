import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'

/** Notes that the trainee has seen these; those of others' records, and what was seen before, are left as they are. */
export async function markOpeningsSeen(
  openingIds: readonly Id<'RecordOpening'>[],
  { actor, now }: GraphContext,
): Promise<void> {
  if (actor.kind !== 'person') return
  const unseen = await database.recordOpening.findMany({
    where: { id: { in: [...openingIds] }, traineeId: actor.personId, seen: null },
    select: { id: true },
  })
  const data = unseen.map(({ id }) => ({ openingId: id, at: now }))
  await database.recordOpeningSeen.createMany({ data, skipDuplicates: true })
}
