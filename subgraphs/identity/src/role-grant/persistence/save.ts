import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { Loaded } from './load.ts'
import { recordGrant } from './record.ts'

/** Takes roles back at once, with history: gateways hear of it at the commit. One at a time is taken back. */
export async function saveChanges(
  tx: Tx,
  changes: readonly Loaded[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const { row } of changes) {
    const data = { revokedAt: now, version: { increment: 1 } }
    const revoked = await tx.roleGrant.update({ where: { id: row.id }, data })
    await recordGrant(tx, revoked, { command: 'REVOKE', byId: actor.personId, at: now })
  }
}
