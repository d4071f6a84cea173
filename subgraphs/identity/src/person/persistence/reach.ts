import { NOBODY } from '@kompetanse/directory'
import type { GraphContext } from '@kompetanse/graph'
import { reachOf, type Candidate } from '@kompetanse/directory/choosing'
import type { Id } from '@kompetanse/schema/ids'
import { authorityFor, isPerson } from '../../authority/persistence/authority.ts'
import { inForce } from '../../authority/persistence/in-force.ts'
import { oncePerRequest } from '../../authority/persistence/once-per-request.ts'
import { database, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

/** The persons whom the actor can find: the rule is `reachOf`, which the other subgraphs ask their copies by. */
export async function reachablePersons(context: GraphContext): Promise<Prisma.PersonWhereInput> {
  const reach = reachOf(context.actor, await nearEnterprises(context))
  if (!reach) return NOBODY
  if (reach.everywhere) return {}
  const enterprise = [
    { enterpriseId: { in: [...reach.enterpriseIds] } },
    { enterprise: { regionCode: { in: [...reach.regionCodes] } } },
  ]
  return { OR: [{ id: context.actor.personId }, { unit: { OR: enterprise } }] }
}

/** The enterprises of the actor and of those whom the actor has a relation to today. */
const nearEnterprises = oncePerRequest(async (context): Promise<Id<'Enterprise'>[]> => {
  if (!isPerson(context)) return []
  const { personId, leadsAs } = await authorityFor(context)
  const led = { kind: 'LEADER', personId: { in: [...leadsAs] } }
  const mine = { AND: [inForce(context.now), { OR: [{ personId }, led] }] }
  const toMe = { AND: [inForce(context.now), { traineeId: personId }] }
  const near = {
    OR: [{ id: personId }, { holds: { some: toMe } }, { trainee: { relations: { some: mine } } }],
  }
  const rows = await database.enterprise.findMany({
    where: { units: { some: { persons: { some: near } } } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
})

/**
 * A person whom a command names: null when the actor, who has this reach, could not have found the person. Every
 * command that takes a person asks here, so none takes whom the search leaves out.
 */
export async function findCandidate(
  tx: Tx,
  id: Id<'Person'>,
  reachable: Prisma.PersonWhereInput,
): Promise<Candidate | null> {
  const row = await tx.person.findFirst({
    where: { AND: [{ id }, reachable] },
    select: { id: true, active: true, trainee: { select: { id: true } } },
  })
  return row && { id: row.id, active: row.active, isTrainee: row.trainee !== null }
}
