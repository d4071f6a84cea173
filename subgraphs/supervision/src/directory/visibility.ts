import { nearTrainee } from '@kompetanse/directory'
import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import type { Role } from '@kompetanse/schema/roles'
import type { Prisma } from '../generated/db/client.ts'

const NOBODY: Prisma.PersonWhereInput = { id: { in: [] } }
// Prisma leaves an empty condition out of an OR instead of letting it be true.
const EVERYBODY: Prisma.PersonWhereInput = { version: { gte: 0 } }

/**
 * Trainees whose supervision an actor may follow: when they met whom, for how long, never what was said. Oneself, those
 * whom one mentors or leads, those whose leader one stands in for, and those in the scope of one's administrative
 * role. A supervisor's trainees are not among them, and the directorate employs nobody.
 */
export function followedTrainee(actor: Actor, day: Date): Prisma.PersonWhereInput {
  if (actor.kind !== 'person') return NOBODY
  return { OR: [nearTrainee(actor, day), ...actor.grants.map(inScope)] }
}

const inScope = (grant: Grant): Prisma.PersonWhereInput => BY_ROLE[grant.role](grant)

const within =
  (otherwise: Prisma.PersonWhereInput) =>
  ({ enterpriseId, regionCode }: Grant): Prisma.PersonWhereInput => {
    if (enterpriseId) return { enterpriseId }
    return regionCode ? { regionCode } : otherwise
  }

const BY_ROLE: Readonly<Record<Role, (grant: Grant) => Prisma.PersonWhereInput>> = {
  LOCAL_ADMIN: within(NOBODY),
  REGIONAL_ADMIN: within(NOBODY),
  SUPPORT: within(EVERYBODY),
  DIRECTORATE: () => NOBODY,
}
