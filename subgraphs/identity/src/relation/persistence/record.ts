import { dayOf } from '@kompetanse/directory/day'
import { relation, type RelationEvent } from '@kompetanse/schema/events/identity'
import type { RelationKind } from '@kompetanse/schema/roles'
import { bus, type Tx } from '../../database.ts'
import type { TrainingRelation } from '../../generated/db/client.ts'
import { writeHistory, type Cause } from '../../history/persistence/history.ts'

export const relationEvent = (row: TrainingRelation): RelationEvent => ({
  relationId: row.id,
  kind: row.kind as RelationKind,
  traineeId: row.traineeId,
  personId: row.personId,
  validFrom: dayOf(row.validFrom),
  validTo: row.validTo && dayOf(row.validTo),
  version: row.version,
})

/** History and event of a relation that has just been written: in the same transaction, or not at all. */
export async function recordRelation(tx: Tx, row: TrainingRelation, cause: Cause): Promise<void> {
  const state = relationEvent(row)
  await writeHistory(tx, cause, { aggregate: 'relation', id: row.id, version: row.version, state })
  await bus.publish(tx, relation, row.id, state)
}
