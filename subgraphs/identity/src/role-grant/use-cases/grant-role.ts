import { done, notFound, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { dateColumn, osloDay, type Day } from '@kompetanse/calendar/day'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Role } from '@kompetanse/schema/roles'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { lockPersons } from '../../authority/persistence/lock.ts'
import { database } from '../../database.ts'
import { findEnterprise } from '../../organisation/persistence/places.ts'
import { findCandidate, reachablePersons } from '../../person/persistence/reach.ts'
import { decideGrant } from '../domain/grant.ts'
import { periodsOf } from '../persistence/load.ts'
import { insertGrant } from '../persistence/save.ts'

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
    const enterprise = enterpriseId === null ? null : await findEnterprise(tx, enterpriseId)
    if (enterpriseId !== null && !enterprise) return notFound(enterpriseId)
    const scope = { role, regionCode, enterprise }
    const existing = await periodsOf(tx, command)
    const decision = decideGrant(
      { scope, person, validFrom, validTo, existing },
      { authority, today: osloDay(context.now) },
    )
    if (decision.kind === 'refused') return decision

    const period = {
      validFrom: dateColumn(validFrom),
      validTo: validTo === null ? null : dateColumn(validTo),
    }
    const byId = authority.personId
    const data = { ...command, ...period, grantedById: byId }
    return done(await insertGrant(tx, data, { command: 'GRANT', byId, at: context.now }))
  })
}
