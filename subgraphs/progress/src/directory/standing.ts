import type { Actor } from '@kompetanse/schema/actor-token'
import { batched } from '../graph/batch.ts'
import { today } from '../clock.ts'
import { database, type Tx } from '../database.ts'
import type { RelationKind } from '../generated/db/client.ts'
import { running, runningPeriod } from './running.ts'

/** What an actor is to one trainee today; permission is decided on this and on the item. */
export interface Standing {
  readonly self: boolean
  readonly relations: ReadonlySet<RelationKind>
  /** Leaders of this trainee whom the actor stands in for. */
  readonly deputyOf: readonly string[]
  /** All leaders whom the actor stands in for. */
  readonly standsInFor: ReadonlySet<string>
  readonly support: boolean
  readonly directorate: boolean
}

/** The actor's standing to each of the trainees, in two statements however many they are. */
export async function loadStandings(
  db: Tx,
  actor: Actor,
  now: Date,
  traineeIds: readonly string[],
): Promise<Map<string, Standing>> {
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
  const has = (role: string) => actor.grants.some((grant) => grant.role === role)
  const ofTrainee = Map.groupBy(relations, ({ traineeId }) => traineeId)
  const standing = (traineeId: string): Standing => {
    const all = ofTrainee.get(traineeId) ?? []
    const led = all.filter((row) => row.kind === 'LEADER' && standsInFor.has(row.personId))
    return {
      self: isPerson && traineeId === actor.personId,
      relations: new Set(all.filter((row) => row.personId === actor.personId).map(({ kind }) => kind)),
      deputyOf: led.map((row) => row.personId),
      standsInFor,
      support: has('SUPPORT'),
      directorate: has('DIRECTORATE'),
    }
  }
  return new Map(traineeIds.map((id) => [id, standing(id)]))
}

const standings = batched<string, Standing>((traineeIds, { actor, now }) =>
  loadStandings(database, actor, now, traineeIds),
)

/** The same for resolvers: gathered over all rows of a request. */
export async function standingTo(
  traineeId: string,
  context: Parameters<typeof standings>[1],
): Promise<Standing> {
  const standing = await standings(traineeId, context)
  if (!standing) throw new Error('every trainee has a standing')
  return standing
}
