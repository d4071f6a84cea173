import { daysBetween } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { queues } from '../../live/queues.ts'

export interface Tasks {
  /** Read before the counts are. */
  readonly cursor: string
  readonly ownPeriodsRejected: number
  readonly oldestWaitDays: number
}

/** What was rejected of the actor's own, and how long the oldest has waited that was sent to the actor. */
export async function tasksOf({ actor, now }: GraphContext): Promise<Tasks> {
  const cursor = await queues.cursor()
  if (actor.kind !== 'person') return { cursor, ownPeriodsRejected: 0, oldestWaitDays: 0 }
  const me = actor.personId
  const [row] = await database.$queryRaw<{ rejected: number; since: Date | null }[]>`
    SELECT
      (SELECT count(*)::int FROM service_period
        WHERE trainee_id = ${me}::uuid AND status = 'REJECTED' AND removed_at IS NULL) AS rejected,
      (SELECT min(sent_at) FROM service_period
        WHERE signer_id = ${me}::uuid AND status = 'WAITING' AND removed_at IS NULL) AS since`
  const since = row?.since ?? null
  return {
    cursor,
    ownPeriodsRejected: row?.rejected ?? 0,
    oldestWaitDays: since ? daysBetween(since, now) : 0,
  }
}
