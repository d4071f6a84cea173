import { dayOf } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { Prisma, RoleGrant } from '../../generated/db/client.ts'
import { writeHistory, type Cause } from '../../history/persistence/history.ts'
import type { Loaded } from './load.ts'

/** Without an event: the gateway has roles with the actor (`for-gateway`), and no other subgraph keeps them. */
const recordGrant = (tx: Tx, row: RoleGrant, cause: Cause) =>
  writeHistory(tx, cause, {
    aggregate: 'role_grant',
    id: row.id,
    version: row.version,
    state: {
      ...row,
      validFrom: dayOf(row.validFrom),
      validTo: row.validTo && dayOf(row.validTo),
      revokedAt: row.revokedAt?.toISOString() ?? null,
    },
  })

/** A new role of somebody, with its history. */
export async function insertGrant(
  tx: Tx,
  data: Prisma.RoleGrantUncheckedCreateInput,
  cause: Cause,
): Promise<RoleGrant> {
  const created = await tx.roleGrant.create({ data })
  await recordGrant(tx, created, cause)
  return created
}

/** Takes roles back at once: gateways hear of it at the commit. One at a time is taken back. */
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
