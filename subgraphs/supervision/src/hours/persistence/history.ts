import { batched } from '@kompetanse/graph'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { ChangeHistory } from '../../generated/db/client.ts'

/** What happened to entries that were recorded by hand, oldest first; one look-up for all of a request. */
export const historyOf = batched<Id<'SupervisionHoursEntry'>, readonly ChangeHistory[]>(async (entryIds) => {
  const rows = await database.changeHistory.findMany({
    where: { subjectKind: 'GUIDANCE', subjectId: { in: entryIds } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return Map.groupBy(rows, ({ subjectId }) => brandId<'SupervisionHoursEntry'>(subjectId))
})
