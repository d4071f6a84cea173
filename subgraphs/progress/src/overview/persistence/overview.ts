import { today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { Prisma, type Person } from '../../generated/db/client.ts'
import { inScope, matches, orderBy, type OverviewQuery } from './conditions.ts'

export interface OverviewRow extends Person {
  readonly goals: number
  readonly goalsDone: number
  readonly goalsWaiting: number
  readonly activities: number
  readonly activitiesDone: number
  readonly activitiesWaiting: number
  /** When the oldest of what waits was sent; null when nothing waits. */
  readonly waitingSince: Date | null
  /** Of all rows that the filter lets through. */
  readonly totalCount: number
}

/**
 * A page of the trainees in the actor's scope with how far each has come: filter, counts, order and page in one
 * statement. Percentages count the active plans, or the one plan that the filter names.
 */
export function readOverview(query: OverviewQuery, { actor, now }: GraphContext): Promise<OverviewRow[]> {
  const day = today(now)
  const template = query.filter.planTemplateId
  if (actor.kind !== 'person') return Promise.resolve([])
  const ofPlans = template
    ? Prisma.sql`plan.status = 'ACTIVE' AND plan.plan_template_id = ${template}::uuid`
    : Prisma.sql`plan.status = 'ACTIVE'`
  return database.$queryRaw<OverviewRow[]>`
    SELECT person.id, person.display_name AS "displayName", person.position,
      person.unit_id AS "unitId", person.unit_name AS "unitName",
      person.track_code AS "trackCode", person.track_name AS "trackName",
      goal.*, activity.*, least(goal.since, activity.since) AS "waitingSince",
      (count(*) OVER ())::int AS "totalCount"
    FROM directory_person person
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS goals, (count(*) FILTER (WHERE goal.status = 'APPROVED'))::int AS "goalsDone",
        (count(*) FILTER (WHERE goal.status = 'WAITING'))::int AS "goalsWaiting",
        min(goal.sent_at) FILTER (WHERE goal.status = 'WAITING') AS since
      FROM assigned_plan plan JOIN learning_goal goal ON goal.assigned_plan_id = plan.id
      WHERE plan.trainee_id = person.id AND ${ofPlans}) goal
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS activities,
        (count(*) FILTER (WHERE activity.status IN ('SIGNED', 'FULFILLED')
          AND (activity.valid_until IS NULL OR activity.valid_until >= ${day}::date)))::int AS "activitiesDone",
        (count(*) FILTER (WHERE activity.status = 'WAITING'))::int AS "activitiesWaiting",
        min(activity.sent_at) FILTER (WHERE activity.status = 'WAITING') AS since
      FROM assigned_plan plan JOIN learning_activity activity ON activity.assigned_plan_id = plan.id
      WHERE plan.trainee_id = person.id AND ${ofPlans}) activity
    WHERE person.is_trainee AND person.active
      AND ${inScope(query.scope, actor.personId, day)} AND ${matches(query.filter)}
    ORDER BY ${orderBy(query.order)}, person.display_name, person.id
    LIMIT ${query.limit} OFFSET ${query.offset}`
}
