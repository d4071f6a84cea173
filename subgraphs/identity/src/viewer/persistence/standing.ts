import type { GraphContext } from '@kompetanse/graph'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { inForce } from '../../authority/persistence/in-force.ts'
import { oncePerRequest } from '../../authority/persistence/once-per-request.ts'
import { database } from '../../database.ts'
import type { Standing } from '../domain/workspaces.ts'

/** What the actor is today. */
export const standingOf = oncePerRequest(async (context: GraphContext): Promise<Standing> => {
  const { personId, trainee, grants } = context.actor
  const [{ leadsAs }, kinds] = await Promise.all([
    authorityFor(context),
    database.trainingRelation.findMany({
      where: { AND: [inForce(context.now), { personId }] },
      distinct: ['kind'],
      select: { kind: true },
    }),
  ])
  const holds = (kind: string) => kinds.some((row) => row.kind === kind)
  return {
    trainee,
    leader: holds('LEADER'),
    mentor: holds('MENTOR'),
    supervisor: holds('SUPERVISOR'),
    deputy: leadsAs.size > 1,
    roles: grants.map(({ role }) => role),
  }
})
