import type { Ended } from '@kompetanse/command/ending'
import { dayOf } from '@kompetanse/calendar/day'
import { endColumns } from '@kompetanse/calendar/ending'
import type { GraphContext } from '@kompetanse/graph'
import { relation, type RelationEvent } from '@kompetanse/schema/events/identity'
import type { Id } from '@kompetanse/schema/ids'
import type { RelationKind } from '@kompetanse/schema/roles'
import { bus, type Tx } from '../../database.ts'
import type { Prisma, TrainingRelation } from '../../generated/db/client.ts'
import { writeHistory, type Cause } from '../../history/persistence/history.ts'
import type { Registered } from '../domain/relation.ts'
import type { Loaded } from './load.ts'

export const relationEvent = (row: TrainingRelation): RelationEvent => ({
  relationId: row.id,
  kind: row.kind as RelationKind,
  traineeId: row.traineeId,
  personId: row.personId,
  validFrom: dayOf(row.validFrom),
  validTo: row.validTo && dayOf(row.validTo),
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
  version: row.version,
})

/** History and event of a relation that has just been written: in the same transaction, or not at all. */
export async function recordRelation(tx: Tx, row: TrainingRelation, cause: Cause): Promise<void> {
  const state = relationEvent(row)
  await writeHistory(tx, cause, { aggregate: 'relation', id: row.id, version: row.version, state })
  await bus.publish(tx, relation, row.id, state)
}

/** Ends relations. The rows stay: what was signed under them stays signed. One at a time is ended. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & Ended)[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const { row, ending } of changes) {
    await endRelation(tx, { id: row.id, ending }, { command: 'END', byId: actor.personId, at: now })
    await touchTrainee(tx, row.traineeId)
  }
}

/** A new relation, in the place of the one that it ends. */
export async function insertRelation(
  tx: Tx,
  data: Prisma.TrainingRelationUncheckedCreateInput,
  { ends, cause }: Registered & { readonly cause: Cause },
): Promise<TrainingRelation> {
  if (ends)
    await endRelation(tx, { id: ends.relation.id, ending: ends.ending }, { ...cause, command: 'REPLACE' })
  const created = await tx.trainingRelation.create({ data })
  await touchTrainee(tx, created.traineeId)
  await recordRelation(tx, created, cause)
  return created
}

async function endRelation(tx: Tx, { id, ending }: Ended & { readonly id: Id<'Relation'> }, cause: Cause) {
  const data = { ...endColumns(ending, cause.at), version: { increment: 1 } }
  await recordRelation(tx, await tx.trainingRelation.update({ where: { id }, data }), cause)
}

const touchTrainee = (tx: Tx, id: Id<'Person'>) =>
  tx.trainee.update({ where: { id }, data: { version: { increment: 1 } }, select: { id: true } })
