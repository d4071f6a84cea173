import { NOBODY } from '@kompetanse/directory'
import type { GraphContext } from '@kompetanse/graph'
import {
  administeredUnit,
  authorityFor,
  isNational,
  isPerson,
  isSupport,
} from '../../authority/persistence/authority.ts'
import { inForce } from '../../authority/persistence/in-force.ts'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

// Prisma leaves an empty condition out of an OR instead of letting it be true.
const EVERY_TRAINEE: Prisma.TraineeWhereInput = { version: { gte: 0 } }

/**
 * The trainees that the actor may see: oneself, those one leads (as deputy too), mentors or supervises today,
 * and those in the enterprises one administers. Support helps everybody (F108).
 */
export async function visibleTrainees(context: GraphContext, db?: Tx): Promise<Prisma.TraineeWhereInput> {
  if (!isPerson(context)) return NOBODY
  if (isSupport(context)) return EVERY_TRAINEE
  const { personId, leadsAs } = await authorityFor(context, db)
  return {
    OR: [
      { id: personId },
      { relations: { some: { AND: [inForce(context.now), { personId }] } } },
      {
        relations: {
          some: { AND: [inForce(context.now), { kind: 'LEADER', personId: { in: [...leadsAs] } }] },
        },
      },
      { unit: administeredUnit(context) },
    ],
  }
}

/** Whose record the actor may ask to open: nationally those of all, also for the Directorate, which sees no trainee here. */
export const openableTrainees = async (context: GraphContext): Promise<Prisma.TraineeWhereInput> =>
  isPerson(context) && isNational(context) ? EVERY_TRAINEE : visibleTrainees(context)
