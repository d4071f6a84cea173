import { dayOf } from '@kompetanse/directory/day'
import { deputyship, type DeputyshipEvent } from '@kompetanse/schema/events/identity'
import { bus, type Tx } from '../../database.ts'
import type { Deputyship } from '../../generated/db/client.ts'
import { writeHistory, type Cause } from '../../history/persistence/history.ts'

export const deputyshipEvent = (row: Deputyship): DeputyshipEvent => ({
  deputyshipId: row.id,
  leaderId: row.leaderId,
  deputyId: row.deputyId,
  validFrom: dayOf(row.validFrom),
  validTo: dayOf(row.validTo),
  version: row.version,
})

/** History and event of a deputyship that has just been written: in the same transaction, or not at all. */
export async function recordDeputyship(tx: Tx, row: Deputyship, cause: Cause): Promise<void> {
  const state = deputyshipEvent(row)
  await writeHistory(tx, cause, {
    aggregate: 'deputyship',
    id: row.id,
    version: row.version,
    state: { ...state, unitId: row.unitId },
  })
  await bus.publish(tx, deputyship, row.id, state)
}
