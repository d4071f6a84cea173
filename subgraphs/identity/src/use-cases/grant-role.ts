import type { GraphContext } from '@kompetanse/graph'
import { GraphQLError } from 'graphql'
import { dateColumn, dayOf, osloDay, type Day } from '@kompetanse/directory/day'
import type { RegionCode, Role } from '../domain/codes.ts'
import { decideGrant, scopeFitsRole, type Scope } from '../domain/grant.ts'
import { asId, done, notFound, refused, type Outcome } from '../outcome.ts'
import { findCandidate } from '../persistence/candidate.ts'
import { lockPerson } from '../persistence/lock.ts'
import { recordGrant } from '../persistence/record.ts'
import { askerFor, reachablePersons } from '../persistence/visibility.ts'
import { database, type Tx } from '../database.ts'

export interface GrantRole {
  readonly personId: string
  readonly role: Role
  readonly regionCode: RegionCode | null
  readonly enterpriseId: string | null
  readonly validFrom: Day
  readonly validTo: Day | null
}

/** Gives an administrative role (F026). The person's row is locked, so the same role is not given twice at once. */
export async function grantRole(
  command: GrantRole,
  context: GraphContext,
): Promise<Outcome<{ grantId: string }>> {
  const asker = await askerFor(context)
  const reachable = await reachablePersons(context)
  const { personId, role, regionCode, enterpriseId, validFrom, validTo } = command

  return database.$transaction(async (tx) => {
    await lockPerson(tx, personId)
    const person = await findCandidate(tx, personId, reachable)
    if (!person) return notFound(personId)
    const scope = await scopeOf(tx, command)
    if (!scope) return notFound(enterpriseId ?? '')
    if (!scopeFitsRole(scope))
      throw new GraphQLError('the scope does not fit the role', { extensions: { code: 'BAD_USER_INPUT' } })

    const same = { personId, role, regionCode, enterpriseId, revokedAt: null }
    const existing = (await tx.roleGrant.findMany({ where: same })).map((row) => ({
      validFrom: dayOf(row.validFrom),
      validTo: row.validTo && dayOf(row.validTo),
    }))
    const decision = decideGrant(
      { scope, person, validFrom, validTo, existing },
      { asker, today: osloDay(context.now) },
    )
    if ('rejected' in decision) return refused(decision.rejected)

    const period = {
      validFrom: dateColumn(validFrom),
      validTo: validTo === null ? null : dateColumn(validTo),
    }
    const created = await tx.roleGrant.create({
      data: { ...command, ...period, grantedById: asker.personId },
    })
    await recordGrant(tx, created, { command: 'GRANT', byId: asker.personId, at: context.now })
    return done({ grantId: created.id })
  })
}

/** Null when the enterprise does not exist. */
async function scopeOf(tx: Tx, { role, regionCode, enterpriseId }: GrantRole): Promise<Scope | null> {
  if (enterpriseId === null) return { role, regionCode, enterprise: null }
  const enterprise = await tx.enterprise.findUnique({ where: { id: asId(enterpriseId) } })
  return enterprise && { role, regionCode, enterprise }
}
