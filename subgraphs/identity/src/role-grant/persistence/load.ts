import type { Given } from '@kompetanse/command'
import { dayOf, osloDay } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Role } from '@kompetanse/schema/roles'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { lockPersons } from '../../authority/persistence/lock.ts'
import type { Tx } from '../../database.ts'
import type { Prisma, RoleGrant as Row } from '../../generated/db/client.ts'
import type { GrantRequest, RoleGrant, Scope, Situation } from '../domain/grant.ts'
import { visibleGrants } from './visible.ts'

export const scopeSelect = {
  role: true,
  regionCode: true,
  enterprise: { select: { id: true, regionCode: true } },
} satisfies Prisma.RoleGrantSelect

export const toScope = (row: Prisma.RoleGrantGetPayload<{ select: typeof scopeSelect }>): Scope => ({
  role: row.role as Role,
  regionCode: row.regionCode,
  enterprise: row.enterprise,
})

export const toGrant = (row: Row): RoleGrant => ({
  id: row.id,
  personId: row.personId,
  validTo: row.validTo && dayOf(row.validTo),
  revoked: row.revokedAt !== null,
})

type OfScope = Pick<Row, 'personId' | 'role' | 'regionCode' | 'enterpriseId'>

/** The periods of the person’s roles of the scope that have not been revoked. */
export async function periodsOf(
  tx: Tx,
  { personId, role, regionCode, enterpriseId }: OfScope,
): Promise<GrantRequest['existing']> {
  const same = { personId, role, regionCode, enterpriseId, revokedAt: null }
  const rows = await tx.roleGrant.findMany({ where: same })
  return rows.map(({ validFrom, validTo }) => ({
    validFrom: dayOf(validFrom),
    validTo: validTo && dayOf(validTo),
  }))
}

export interface Loaded {
  readonly row: Row
  readonly situation: Situation
}

/** Those of the grants that the actor may see; nobody changes any of that person meanwhile. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<unknown, Id<'RoleGrant'>>[],
  context: GraphContext,
): Promise<Map<Id<'RoleGrant'>, Loaded>> {
  const where = { id: { in: given.map(({ id }) => id) } }
  const of = await tx.roleGrant.findMany({ where, select: { personId: true } })
  await lockPersons(
    tx,
    of.map(({ personId }) => personId),
  )
  const authority = await authorityFor(context, tx)
  const today = osloDay(context.now)
  const rows = await tx.roleGrant.findMany({
    where: { AND: [where, visibleGrants(context)] },
    include: { enterprise: scopeSelect.enterprise },
  })
  return new Map(rows.map((row) => [row.id, { row, situation: { authority, today, scope: toScope(row) } }]))
}
