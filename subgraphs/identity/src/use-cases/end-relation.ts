import type { GraphContext } from '@kompetanse/graph'
import { dateColumn, osloDay, type Day } from '@kompetanse/directory/day'
import { decideEnd } from '../domain/relation.ts'
import { asId, done, notFound, refused, stale, type VersionedOutcome } from '../outcome.ts'
import { lockTrainee } from '../persistence/lock.ts'
import { recordRelation } from '../persistence/record.ts'
import { toRelation, toTraineeFacts, traineeFactsSelect } from '../persistence/rows.ts'
import { askerFor, visibleTrainees } from '../persistence/visibility.ts'
import { database } from '../database.ts'

export interface EndRelation {
  readonly relationId: string
  readonly expectedVersion: number
  /** The last day of the relation. */
  readonly endsOn: Day
}

/** Ends a relation (F093). The row stays: what was signed under it stays signed. */
export async function endRelation(
  { relationId, expectedVersion, endsOn }: EndRelation,
  context: GraphContext,
): Promise<VersionedOutcome<{ relationId: string; traineeId: string }>> {
  const asker = await askerFor(context)
  const visible = await visibleTrainees(context)
  const { now, actor } = context

  return database.$transaction(async (tx) => {
    const where = { AND: [{ id: asId(relationId) }, { trainee: visible }] }
    const of = await tx.trainingRelation.findFirst({ where, select: { traineeId: true } })
    if (!of) return notFound(relationId)
    await lockTrainee(tx, of.traineeId)
    const row = await tx.trainingRelation.findFirst({
      where,
      include: { trainee: { select: traineeFactsSelect(now) } },
    })
    if (!row) return notFound(relationId)
    if (row.version !== expectedVersion) return stale(expectedVersion, row.version)

    const trainee = toTraineeFacts(row.trainee)
    const decision = decideEnd(toRelation(row), endsOn, { asker, trainee, today: osloDay(now) })
    if ('rejected' in decision) return refused(decision.rejected)

    const [ended] = await tx.trainingRelation.updateManyAndReturn({
      where: { id: row.id, version: expectedVersion },
      data: { validTo: dateColumn(decision.lastDay), version: { increment: 1 } },
    })
    if (!ended) return stale(expectedVersion, expectedVersion + 1)
    await tx.trainee.update({ where: { id: row.traineeId }, data: { version: { increment: 1 } } })
    await recordRelation(tx, ended, { command: 'END', byId: actor.personId, at: now })
    return done({ relationId: row.id, traineeId: row.traineeId })
  })
}
