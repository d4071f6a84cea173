import { done, notFound, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { dateColumn, dayOf, osloDay, type Day } from '@kompetanse/directory/day'
import type { Role } from '@kompetanse/schema/roles'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { lockPersons } from '../../authority/persistence/lock.ts'
import { database } from '../../database.ts'
import type { RegionCode } from '@kompetanse/schema/regions'
import { findCandidate, reachablePersons } from '../../person/persistence/reach.ts'
import { decideGrant } from '../domain/grant.ts'
import { recordGrant } from '../persistence/save.ts'

export interface GrantRole {
  readonly personId: Id<'Person'>
  readonly role: Role
  readonly regionCode: RegionCode | null
  readonly enterpriseId: Id<'Enterprise'> | null
  readonly validFrom: Day
  readonly validTo: Day | null
}

type Granted = Outcome<{ readonly id: Id<'RoleGrant'> }, IdentityRefusal>

/** Gives an administrative role (F026). The person's row is locked, so the same role is not given twice at once. */
export async function grantRole(command: GrantRole, context: GraphContext): Promise<Granted> {
  const authority = await authorityFor(context)
  const reachable = await reachablePersons(context)
  const { personId, role, regionCode, enterpriseId, validFrom, validTo } = command

  return database.$transaction(async (tx): Promise<Granted> => {
    await lockPersons(tx, [personId])
    const person = await findCandidate(tx, personId, reachable)
    if (!person) return notFound(personId)
    const enterprise =
      enterpriseId === null ? null : await tx.enterprise.findUnique({ where: { id: enterpriseId } })
    if (enterpriseId !== null && !enterprise) return notFound(enterpriseId)
    const scope = { role, regionCode, enterprise }

    const same = { personId, role, regionCode, enterpriseId, revokedAt: null }
    const existing = (await tx.roleGrant.findMany({ where: same })).map((row) => ({
      validFrom: dayOf(row.validFrom),
      validTo: row.validTo && dayOf(row.validTo),
    }))
    const decision = decideGrant(
      { scope, person, validFrom, validTo, existing },
      { authority, today: osloDay(context.now) },
    )
    if (decision.kind === 'refused') return decision

    const period = {
      validFrom: dateColumn(validFrom),
      validTo: validTo === null ? null : dateColumn(validTo),
    }
    const created = await tx.roleGrant.create({
      data: { ...command, ...period, grantedById: authority.personId },
    })
    await recordGrant(tx, created, { command: 'GRANT', byId: authority.personId, at: context.now })
    return done(created)
  })
}
