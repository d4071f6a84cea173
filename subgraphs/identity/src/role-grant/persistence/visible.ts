import { NOBODY } from '@kompetanse/directory'
import type { GraphContext } from '@kompetanse/graph'
import { administered, isNational, isPerson } from '../../authority/persistence/authority.ts'
import { grantInForce } from '../../authority/persistence/in-force.ts'
import type { Prisma } from '../../generated/db/client.ts'

/** Grants that the actor may see: the own ones, and those of the places one administers; all of them nationally. */
export function visibleGrants(context: GraphContext): Prisma.RoleGrantWhereInput {
  if (!isPerson(context)) return NOBODY
  if (isNational(context)) return {}
  const { enterprises, regions } = administered(context)
  return {
    OR: [
      { personId: context.actor.personId },
      { enterpriseId: { in: enterprises } },
      { enterprise: { regionCode: { in: regions } } },
      { regionCode: { in: regions } },
    ],
  }
}

/** Grants that are shown on a person's page: also who answers for a place today, which the organisation tells (F027). */
export function shownGrants(context: GraphContext): Prisma.RoleGrantWhereInput {
  // Both of these are whole answers, and an empty condition would be left out of the OR.
  if (!isPerson(context) || isNational(context)) return visibleGrants(context)
  const answersToday = {
    AND: [grantInForce(context.now), { role: { in: ['LOCAL_ADMIN', 'REGIONAL_ADMIN'] } }],
  }
  return { OR: [visibleGrants(context), answersToday] }
}
