import type { Ended } from '@kompetanse/command/ending'
import { dayOf } from '@kompetanse/calendar/day'
import { endColumns } from '@kompetanse/calendar/ending'
import type { GraphContext } from '@kompetanse/graph'
import { deputyship, type DeputyshipEvent } from '@kompetanse/schema/events/identity'
import { bus, type Tx } from '../../database.ts'
import type { Deputyship, Prisma } from '../../generated/db/client.ts'
import { writeHistory, type Cause } from '../../history/persistence/history.ts'
import type { Loaded } from './load.ts'

export const deputyshipEvent = (row: Deputyship): DeputyshipEvent => ({
  deputyshipId: row.id,
  leaderId: row.leaderId,
  deputyId: row.deputyId,
  validFrom: dayOf(row.validFrom),
  validTo: dayOf(row.validTo),
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
  version: row.version,
})

/** History and event of a deputyship that has just been written: in the same transaction, or not at all. */
async function recordDeputyship(tx: Tx, row: Deputyship, cause: Cause): Promise<void> {
  const event = deputyshipEvent(row)
  const state = { ...event, unitId: row.unitId }
  await writeHistory(tx, cause, { aggregate: 'deputyship', id: row.id, version: row.version, state })
  await bus.publish(tx, deputyship, row.id, event)
}

/** A new deputyship, with its history and event. */
export async function insertDeputyship(
  tx: Tx,
  data: Prisma.DeputyshipUncheckedCreateInput,
  cause: Cause,
): Promise<Deputyship> {
  const created = await tx.deputyship.create({ data })
  await recordDeputyship(tx, created, cause)
  return created
}

/** Ends deputyships before their time. One at a time is ended. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & Ended)[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const { row, ending } of changes) {
    const data = { ...endColumns(ending, now), version: { increment: 1 } }
    const ended = await tx.deputyship.update({ where: { id: row.id }, data })
    await recordDeputyship(tx, ended, { command: 'END', byId: actor.personId, at: now })
  }
}
