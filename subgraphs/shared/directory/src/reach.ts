import { isId, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { reachOf, type Candidate } from './choosing.ts'
import { today } from '@kompetanse/calendar/day'
import { running } from '@kompetanse/calendar/running'
import { NOBODY, standsInFor } from './visibility.ts'
import type { PersonWhere } from './where.ts'

/** The Prisma client of a subgraph that keeps the directory, or a transaction of it. */
export interface ReachClient {
  readonly person: {
    findMany(args: {
      where: PersonWhere
      select: { enterpriseId: true }
      distinct: ['enterpriseId']
    }): PromiseLike<{ enterpriseId: Id<'Enterprise'> | null }[]>
    findFirst(args: { where: PersonWhere }): PromiseLike<Candidate | null>
  }
}

/**
 * A person whom a command names: null when the actor could not have found the person. What else somebody must be to be
 * chosen, `fits` says.
 */
export async function findReachable(
  db: ReachClient,
  id: Id<'Person'>,
  context: GraphContext,
): Promise<Candidate | null> {
  if (!isId(id)) return null
  return db.person.findFirst({ where: { ...(await reachablePerson(db, context)), AND: { id } } })
}

/** The persons whom the actor can find: identity's search finds the same, by the same rule (`reachOf`). */
async function reachablePerson(db: ReachClient, { actor, now }: GraphContext): Promise<PersonWhere> {
  const reach = reachOf(actor, await near(db, { actor, now }))
  if (!reach) return NOBODY
  if (reach.everywhere) return {}
  const { enterpriseIds, regionCodes } = reach
  return {
    OR: [
      { id: actor.personId },
      { enterpriseId: { in: [...enterpriseIds] } },
      { regionCode: { in: [...regionCodes] } },
    ],
  }
}

/** The enterprises of the actor and of those whom the actor has a relation to today. */
async function near(db: ReachClient, { actor, now }: GraphContext): Promise<Id<'Enterprise'>[]> {
  if (actor.kind !== 'person' || actor.personId === '') return []
  const { personId } = actor
  const day = today(now)
  const mine = { OR: [{ personId }, { kind: 'LEADER' as const, person: standsInFor(personId, day) }] }
  const rows = await db.person.findMany({
    where: {
      OR: [
        { id: personId },
        { relationsAsPerson: { some: { traineeId: personId, ...running(day) } } },
        { relationsAsTrainee: { some: { ...running(day), AND: mine } } },
      ],
    },
    select: { enterpriseId: true },
    distinct: ['enterpriseId'],
  })
  return rows.flatMap(({ enterpriseId }) => enterpriseId ?? [])
}
