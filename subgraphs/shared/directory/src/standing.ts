import { batched, type GraphContext } from '@kompetanse/graph'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { RelationKind, Role } from '@kompetanse/schema/roles'
import { today } from '@kompetanse/calendar/day'
import { openedRecords } from './readable.ts'
import { running, runningPeriod } from '@kompetanse/calendar/running'
import type { DeputyshipWhere, RelationWhere } from './where.ts'

/** What an actor is to one trainee today; permission is decided on this and on the item. */
export interface Standing {
  readonly self: boolean
  readonly relations: ReadonlySet<RelationKind>
  /** Leaders of this trainee whom the actor stands in for. */
  readonly deputyOf: readonly Id<'Person'>[]
  /** All leaders whom the actor stands in for. */
  readonly standsInFor: ReadonlySet<Id<'Person'>>
  readonly support: boolean
  /** Of the Directorate, with this record open (B32): who decides has read what the decision rests on. */
  readonly directorate: boolean
}

/** The Prisma client of a subgraph that keeps the directory, or a transaction of it. */
export interface DirectoryClient {
  readonly deputyship: {
    findMany(args: { where: DeputyshipWhere }): PromiseLike<{ leaderId: Id<'Person'> }[]>
  }
  readonly relation: { findMany(args: { where: RelationWhere }): PromiseLike<RelationRow[]> }
}

interface RelationRow {
  readonly kind: RelationKind
  readonly traineeId: Id<'Person'>
  readonly personId: Id<'Person'>
}

/** The actor's standing to each of the trainees, in two statements however many they are. */
export async function loadStandings(
  db: DirectoryClient,
  actor: Actor,
  now: Date,
  traineeIds: readonly Id<'Person'>[],
): Promise<Map<Id<'Person'>, Standing>> {
  const day = today(now)
  const isPerson = actor.kind === 'person'
  const deputyships = isPerson
    ? await db.deputyship.findMany({ where: { deputyId: actor.personId, ...runningPeriod(day) } })
    : []
  const standsInFor = new Set(deputyships.map(({ leaderId }) => leaderId))
  const personId = { in: [actor.personId, ...standsInFor] }
  const relations = isPerson
    ? await db.relation.findMany({ where: { traineeId: { in: [...traineeIds] }, personId, ...running(day) } })
    : []
  const opened = openedRecords(actor, now)
  const has = (role: Role) => actor.grants.some((grant) => grant.role === role)
  const ofTrainee = Map.groupBy(relations, ({ traineeId }) => traineeId)
  const standing = (traineeId: Id<'Person'>): Standing => {
    const all = ofTrainee.get(traineeId) ?? []
    const led = all.filter((row) => row.kind === 'LEADER' && standsInFor.has(row.personId))
    return {
      self: isPerson && traineeId === actor.personId,
      relations: new Set(all.filter((row) => row.personId === actor.personId).map(({ kind }) => kind)),
      deputyOf: led.map((row) => row.personId),
      standsInFor,
      support: has('SUPPORT'),
      directorate: has('DIRECTORATE') && opened.has(traineeId),
    }
  }
  return new Map(traineeIds.map((id) => [id, standing(id)]))
}

/** The same for resolvers: gathered over all rows of a request. `export const standingTo = standings(database)` */
export function standings(db: DirectoryClient) {
  const load = batched<Id<'Person'>, Standing>((traineeIds, { actor, now }) =>
    loadStandings(db, actor, now, traineeIds),
  )
  // Each trainee that is asked for has one.
  return async (traineeId: Id<'Person'>, context: GraphContext): Promise<Standing> =>
    (await load(traineeId, context)) as Standing
}
