import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'

/** Those of the openings that are of the trainee's own record, and that the trainee has not seen. */
export async function findUnseen(
  openingIds: readonly Id<'RecordOpening'>[],
  traineeId: Id<'Person'>,
): Promise<readonly Id<'RecordOpening'>[]> {
  const rows = await database.recordOpening.findMany({
    where: { id: { in: [...openingIds] }, traineeId, seen: null },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Of one that is seen twice at once, the first time is kept. */
export async function saveSeen(openingIds: readonly Id<'RecordOpening'>[], at: Date): Promise<void> {
  const data = openingIds.map((openingId) => ({ openingId, at }))
  await database.recordOpeningSeen.createMany({ data, skipDuplicates: true })
}
