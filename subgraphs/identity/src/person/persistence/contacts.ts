import { NOBODY } from '@kompetanse/directory'
import type { GraphContext } from '@kompetanse/graph'
import { administeredUnit, isPerson } from '../../authority/persistence/authority.ts'
import { inForce, notOver } from '../../authority/persistence/in-force.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { visibleTrainees } from '../../trainee/persistence/visible.ts'

/** The persons whose e-mail, telephone and register number the actor may see: those one works with, or administers. */
export async function contactsOf(context: GraphContext): Promise<Prisma.PersonWhereInput> {
  if (!isPerson(context)) return NOBODY
  const trainee = await visibleTrainees(context)
  const { personId } = context.actor
  // A coming deputyship needs a word with the leader; one that has ended does not.
  const standing = notOver(context.now)
  return {
    OR: [
      { id: personId },
      { trainee },
      { holds: { some: { AND: [inForce(context.now), { trainee }] } } },
      { hasDeputies: { some: { deputyId: personId, ...standing } } },
      { isDeputyFor: { some: { leaderId: personId, ...standing } } },
      { unit: administeredUnit(context) },
    ],
  }
}
