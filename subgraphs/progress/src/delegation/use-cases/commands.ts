import { today } from '@kompetanse/directory/day'
import { commandsOn } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import { decideEnding, type DelegationRefusal } from '../domain/delegate.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'

const A_DAY = 86_400_000

/** The commands on delegations: they are ended. */
export const delegationCommands = commandsOn<Tx, Loaded, 'END', object, DelegationRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ ending }) => decideEnding(ending),
  save: endYesterday,
})

/**
 * Ends delegations at once: yesterday was their last day. What the delegate has decided stands; what waits with the
 * delegate is decided by the leader, who has had it in view all the time (F095), or recalled and sent anew.
 */
async function endYesterday(tx: Tx, ended: readonly Loaded[], { now }: GraphContext): Promise<void> {
  await tx.delegation.updateMany({
    where: { id: { in: ended.map(({ row }) => row.id) } },
    data: { validTo: new Date(today(now).getTime() - A_DAY), version: { increment: 1 } },
  })
}
