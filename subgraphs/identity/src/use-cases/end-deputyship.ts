import type { GraphContext } from '@kompetanse/graph'
import { dateColumn, type Day } from '@kompetanse/directory/day'
import { decideEndOfDeputyship } from '../domain/deputyship.ts'
import { asId, done, notFound, refused, stale, type VersionedOutcome } from '../outcome.ts'
import { lockPerson } from '../persistence/lock.ts'
import { recordDeputyship } from '../persistence/record.ts'
import { placeSelect, toDeputyship, toPlace } from '../persistence/rows.ts'
import { askerFor, visibleDeputyships } from '../persistence/visibility.ts'
import { database } from '../database.ts'

export interface EndDeputyship {
  readonly deputyshipId: string
  readonly expectedVersion: number
  readonly endsOn: Day
}

/** Ends a deputyship before its time. */
export async function endDeputyship(
  { deputyshipId, expectedVersion, endsOn }: EndDeputyship,
  context: GraphContext,
): Promise<VersionedOutcome<{ deputyshipId: string }>> {
  const asker = await askerFor(context)
  return database.$transaction(async (tx) => {
    const where = { AND: [{ id: asId(deputyshipId) }, visibleDeputyships(context)] }
    const of = await tx.deputyship.findFirst({ where, select: { leaderId: true } })
    if (!of) return notFound(deputyshipId)
    await lockPerson(tx, of.leaderId)
    const row = await tx.deputyship.findFirst({
      where,
      include: { unit: { select: placeSelect } },
    })
    if (!row) return notFound(deputyshipId)
    if (row.version !== expectedVersion) return stale(expectedVersion, row.version)
    const decision = decideEndOfDeputyship(toDeputyship(row), endsOn, { asker, place: toPlace(row.unit) })
    if ('rejected' in decision) return refused(decision.rejected)

    const [ended] = await tx.deputyship.updateManyAndReturn({
      where: { id: row.id, version: expectedVersion },
      data: { validTo: dateColumn(decision.lastDay), version: { increment: 1 } },
    })
    if (!ended) return stale(expectedVersion, expectedVersion + 1)
    await recordDeputyship(tx, ended, { command: 'END', byId: context.actor.personId, at: context.now })
    return done({ deputyshipId: row.id })
  })
}
