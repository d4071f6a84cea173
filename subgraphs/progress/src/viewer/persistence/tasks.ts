import { daysBetween } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'

export interface OwnTasks {
  readonly ownActivitiesRejected: number
  readonly ownGoalsRejected: number
  readonly oldestWaitDays: number
}

interface Row {
  activities: number
  goals: number
  since: Date | null
}

/** What was rejected of the actor's own, and how long the oldest has waited that was sent to the actor. */
export async function ownTasks({ actor, now }: GraphContext): Promise<OwnTasks> {
  if (actor.kind !== 'person') return { ownActivitiesRejected: 0, ownGoalsRejected: 0, oldestWaitDays: 0 }
  const me = actor.personId
  const [row] = await database.$queryRaw<Row[]>`
    SELECT
      (SELECT count(*)::int FROM learning_activity item JOIN assigned_plan plan ON plan.id = item.assigned_plan_id
        WHERE item.trainee_id = ${me}::uuid AND item.status = 'REJECTED' AND plan.status = 'ACTIVE') AS activities,
      (SELECT count(*)::int FROM learning_goal item JOIN assigned_plan plan ON plan.id = item.assigned_plan_id
        WHERE item.trainee_id = ${me}::uuid AND item.status = 'REJECTED' AND plan.status = 'ACTIVE') AS goals,
      least(
        (SELECT min(sent_at) FROM learning_activity item JOIN assigned_plan plan ON plan.id = item.assigned_plan_id
          WHERE signer_id = ${me}::uuid AND item.status = 'WAITING' AND plan.status = 'ACTIVE'),
        (SELECT min(sent_at) FROM learning_goal item JOIN assigned_plan plan ON plan.id = item.assigned_plan_id
          WHERE approver_id = ${me}::uuid AND item.status = 'WAITING' AND plan.status = 'ACTIVE')) AS since`
  const { activities, goals, since } = row as Row
  return {
    ownActivitiesRejected: activities,
    ownGoalsRejected: goals,
    oldestWaitDays: since ? daysBetween(since, now) : 0,
  }
}
