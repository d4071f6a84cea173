import { visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Count } from '../../progress-count/domain/progress-count.ts'

export interface TrainingProgress {
  readonly goals: Count
  readonly activities: Count
  readonly goalsWaiting: number
  readonly activitiesWaiting: number
}

interface Row {
  id: Id<'Person'>
  goals: number
  approved: number
  goalsWaiting: number
  activities: number
  done: number
  activitiesWaiting: number
}

/** Over all active plans of a trainee that the actor may see; for all trainees of a request at once. */
export const trainingProgress = batched<Id<'Person'>, TrainingProgress>(async (wanted, { actor, now }) => {
  const day = today(now)
  const visible = await database.person.findMany({
    where: { id: { in: wanted }, ...visibleTrainee(actor, day) },
    select: { id: true },
  })
  const ids = visible.map(({ id }) => id)
  const rows = await database.$queryRaw<Row[]>`
    SELECT person.id, g.*, a.* FROM directory_person person
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS goals, (count(*) FILTER (WHERE goal.status = 'APPROVED'))::int AS approved,
        (count(*) FILTER (WHERE goal.status = 'WAITING'))::int AS "goalsWaiting"
      FROM learning_goal goal JOIN assigned_plan plan ON plan.id = goal.assigned_plan_id
      WHERE goal.trainee_id = person.id AND plan.status = 'ACTIVE') g
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS activities,
        (count(*) FILTER (WHERE activity.status IN ('SIGNED', 'FULFILLED')
          AND (activity.valid_until IS NULL OR activity.valid_until >= ${day}::date)))::int AS done,
        (count(*) FILTER (WHERE activity.status = 'WAITING'))::int AS "activitiesWaiting"
      FROM learning_activity activity JOIN assigned_plan plan ON plan.id = activity.assigned_plan_id
      WHERE activity.trainee_id = person.id AND plan.status = 'ACTIVE') a
    WHERE person.id = ANY(${ids}::uuid[])`
  return new Map(
    rows.map(({ id, goals, approved, activities, done, goalsWaiting, activitiesWaiting }) => [
      id,
      {
        goals: { done: approved, total: goals },
        activities: { done, total: activities },
        goalsWaiting,
        activitiesWaiting,
      },
    ]),
  )
})
