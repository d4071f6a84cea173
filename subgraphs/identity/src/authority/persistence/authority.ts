import type { GraphContext } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { authorityOf, type Authority } from '../domain/authority.ts'
import { standsIn } from './in-force.ts'
import { oncePerRequest } from './once-per-request.ts'

/** A machine or the gateway is no person: no relation, deputyship or person is theirs. */
export const isPerson = ({ actor }: GraphContext) => actor.kind === 'person' && actor.personId !== ''

/** What the actor’s permissions rest on, with the leaders for whom the actor is deputy today. A command gives its transaction: it waits for no other. */
export const authorityFor = oncePerRequest(async (context, db: Tx = database): Promise<Authority> => {
  const { actor, now } = context
  if (!isPerson(context)) return authorityOf(actor, new Set())
  const deputyships = await db.deputyship.findMany({
    where: { deputyId: actor.personId, ...standsIn(now) },
    select: { leaderId: true },
  })
  return authorityOf(actor, new Set([actor.personId, ...deputyships.map(({ leaderId }) => leaderId)]))
})

export const isSupport = ({ actor }: GraphContext) => actor.grants.some(({ role }) => role === 'SUPPORT')

export const isNational = ({ actor }: GraphContext) =>
  actor.grants.some(({ role }) => role === 'DIRECTORATE' || role === 'SUPPORT')

/** The places that the actor administers. */
export const administered = ({ actor }: GraphContext) => ({
  enterprises: actor.grants.flatMap(({ role, enterpriseId }) =>
    role === 'LOCAL_ADMIN' && enterpriseId ? [enterpriseId] : [],
  ),
  regions: actor.grants.flatMap(({ role, regionCode }) =>
    role === 'REGIONAL_ADMIN' && regionCode ? [regionCode] : [],
  ),
})

/** Units that the actor administers. */
export function administeredUnit(context: GraphContext): Prisma.UnitWhereInput {
  const { enterprises, regions } = administered(context)
  return { OR: [{ enterpriseId: { in: enterprises } }, { enterprise: { regionCode: { in: regions } } }] }
}
