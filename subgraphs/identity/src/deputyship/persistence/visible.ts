import { NOBODY } from '@kompetanse/directory'
import type { GraphContext } from '@kompetanse/graph'
import { administeredUnit, isPerson } from '../../authority/persistence/authority.ts'
import type { Prisma } from '../../generated/db/client.ts'

/** Deputyships that the actor may see: as leader, as deputy, or as administrator of the unit. */
export function visibleDeputyships(context: GraphContext): Prisma.DeputyshipWhereInput {
  if (!isPerson(context)) return NOBODY
  const { personId } = context.actor
  return { OR: [{ leaderId: personId }, { deputyId: personId }, { unit: administeredUnit(context) }] }
}
