import { endColumns } from '@kompetanse/directory/ending'
import { commandsOn } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import { decideEnding, type DelegationRefusal, type Ended } from '../domain/delegate.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'

/** The commands on delegations: they are ended. */
export const delegationCommands = commandsOn<Tx, Loaded, 'END', Ended, DelegationRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ situation }) => decideEnding(situation),
  save: saveChanges,
})

/**
 * Ends delegations. What the delegate has decided stays valid; what waits with the delegate is decided by the leader, who has
 * had it in view all the time (F095), or recalled and sent anew.
 */
async function saveChanges(
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
