import type { Ended } from '@kompetanse/command/ending'
import { dateColumn } from '@kompetanse/calendar/day'
import { endColumns } from '@kompetanse/calendar/ending'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Delegation } from '../../generated/db/client.ts'
import type { Named } from '../domain/delegate.ts'
import type { Loaded } from './load.ts'

interface Parties {
  readonly leaderId: Id<'Person'>
  readonly delegateId: Id<'Person'>
}

/** A new delegation. */
export function insertDelegation(
  tx: Tx,
  { leaderId, delegateId }: Parties,
  { guideline, validFrom, validTo }: Named,
): Promise<Delegation> {
  const period = {
    validFrom: dateColumn(validFrom),
    validTo: validTo === null ? null : dateColumn(validTo),
  }
  return tx.delegation.create({ data: { leaderId, delegateId, guideline, ...period } })
}

/**
 * Ends delegations. What the delegate has decided stays valid; what waits with the delegate is decided by the leader, who has
 * had it in view all the time (F095), or recalled and sent anew.
 */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & Ended)[],
  { now }: GraphContext,
): Promise<void> {
  for (const { row, ending } of changes)
    await tx.delegation.update({
      where: { id: row.id },
      data: { ...endColumns(ending, now), version: { increment: 1 } },
    })
}
