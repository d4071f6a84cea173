import { running } from '@kompetanse/calendar/running'
import { today } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Person } from '../../generated/db/client.ts'

/** Who leads these trainees today, and is still there: who can be asked to sign (F133). By name; one statement. */
export async function leadersOf(
  db: Pick<Tx, 'relation'>,
  traineeIds: readonly Id<'Person'>[],
  now: Date,
): Promise<ReadonlyMap<Id<'Person'>, readonly Person[]>> {
  const rows = await db.relation.findMany({
    where: {
      traineeId: { in: [...traineeIds] },
      kind: 'LEADER',
      ...running(today(now)),
      person: { active: true },
    },
    include: { person: true },
    orderBy: { person: { displayName: 'asc' } },
  })
  const byTrainee = Map.groupBy(rows, ({ traineeId }) => traineeId)
  return new Map([...byTrainee].map(([id, all]) => [id, all.map(({ person }) => person)]))
}
