import type { GraphContext } from '@kompetanse/graph'
import { dayOf, osloDay } from '@kompetanse/directory/day'
import { decideRevocation } from '../domain/grant.ts'
import { asId, done, notFound, refused, stale, type VersionedOutcome } from '../outcome.ts'
import { recordGrant } from '../persistence/record.ts'
import { toScope } from '../persistence/rows.ts'
import { askerFor, visibleGrants } from '../persistence/visibility.ts'
import { database } from '../database.ts'

/** Takes a role back at once: gateways hear of it at the commit. */
export async function revokeRole(
  { grantId, expectedVersion }: { readonly grantId: string; readonly expectedVersion: number },
  context: GraphContext,
): Promise<VersionedOutcome<{ grantId: string }>> {
  const asker = await askerFor(context)
  const { now, actor } = context
  return database.$transaction(async (tx) => {
    const row = await tx.roleGrant.findFirst({
      where: { AND: [{ id: asId(grantId) }, visibleGrants(context)] },
      include: { enterprise: { select: { id: true, regionCode: true } } },
    })
    if (!row) return notFound(grantId)
    if (row.version !== expectedVersion) return stale(expectedVersion, row.version)
    const grant = { ...row, validTo: row.validTo && dayOf(row.validTo), revoked: row.revokedAt !== null }
    const decision = decideRevocation(grant, toScope(row), { asker, today: osloDay(now) })
    if ('rejected' in decision) return refused(decision.rejected)

    const [revoked] = await tx.roleGrant.updateManyAndReturn({
      where: { id: row.id, version: expectedVersion },
      data: { revokedAt: now, version: { increment: 1 } },
    })
    if (!revoked) return stale(expectedVersion, expectedVersion + 1)
    await recordGrant(tx, revoked, { command: 'REVOKE', byId: actor.personId, at: now })
    return done({ grantId: row.id })
  })
}
