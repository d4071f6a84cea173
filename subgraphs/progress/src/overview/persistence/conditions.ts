import type { Id } from '@kompetanse/schema/ids'
import { Prisma } from '../../generated/db/client.ts'

export type OverviewScope = 'LED' | 'MENTORED' | 'SUPERVISED' | 'AS_DEPUTY'
export type OverviewOrderField = 'NAME' | 'GOAL_PERCENT' | 'ACTIVITY_PERCENT' | 'WAITING' | 'LONGEST_WAIT'

export interface OverviewFilter {
  readonly unitIds?: readonly Id<'Unit'>[] | null | undefined
  readonly trackCodes?: readonly string[] | null | undefined
  readonly planTemplateId?: Id<'PlanTemplate'> | null | undefined
  readonly search?: string | null | undefined
  readonly waitingOnly?: boolean | null | undefined
}

export interface OverviewQuery {
  readonly scope: OverviewScope
  readonly filter: OverviewFilter
  readonly order: { readonly field: OverviewOrderField; readonly direction: 'ASC' | 'DESC' }
  readonly limit: number
  readonly offset: number
}

const RELATION = { LED: 'LEADER', MENTORED: 'MENTOR', SUPERVISED: 'SUPERVISOR', AS_DEPUTY: 'LEADER' } as const

/** Trainees to whom the actor is that today; a deputy, to the trainees of the leader. */
export function inScope(scope: OverviewScope, actorId: Id<'Person'>, day: Date): Prisma.Sql {
  const who =
    scope === 'AS_DEPUTY'
      ? Prisma.sql`EXISTS (SELECT 1 FROM deputyship WHERE deputyship.leader_id = relation.person_id
          AND deputyship.deputy_id = ${actorId}::uuid AND ${day}::date BETWEEN deputyship.valid_from AND deputyship.valid_to)`
      : Prisma.sql`relation.person_id = ${actorId}::uuid`
  return Prisma.sql`EXISTS (SELECT 1 FROM relation WHERE relation.trainee_id = person.id
    AND relation.kind = ${RELATION[scope]}::"RelationKind" AND relation.valid_from <= ${day}::date
    AND (relation.valid_to IS NULL OR relation.valid_to >= ${day}::date) AND ${who})`
}

/** Who has the plan, sits in the units, is on the tracks, is called that, has something waiting. */
export function matches(filter: OverviewFilter): Prisma.Sql {
  const { unitIds, trackCodes, planTemplateId, search, waitingOnly } = filter
  const all = [
    unitIds && Prisma.sql`person.unit_id = ANY(${unitIds}::uuid[])`,
    trackCodes && Prisma.sql`person.track_code = ANY(${trackCodes}::text[])`,
    planTemplateId &&
      Prisma.sql`EXISTS (SELECT 1 FROM assigned_plan plan WHERE plan.trainee_id = person.id
      AND plan.status = 'ACTIVE' AND plan.plan_template_id = ${planTemplateId}::uuid)`,
    search && Prisma.sql`strpos(lower(person.display_name), lower(${search})) > 0`,
    waitingOnly && Prisma.sql`goal."goalsWaiting" + activity."activitiesWaiting" > 0`,
  ].filter((condition) => condition instanceof Prisma.Sql)
  return all.length > 0 ? Prisma.join(all, ' AND ') : Prisma.sql`true`
}

const FIELDS: Readonly<Record<OverviewOrderField, Prisma.Sql>> = {
  NAME: Prisma.sql`person.display_name`,
  GOAL_PERCENT: Prisma.sql`coalesce(goal."goalsDone"::float / nullif(goal.goals, 0), 0)`,
  ACTIVITY_PERCENT: Prisma.sql`coalesce(activity."activitiesDone"::float / nullif(activity.activities, 0), 0)`,
  WAITING: Prisma.sql`goal."goalsWaiting" + activity."activitiesWaiting"`,
  // A long wait is an early date; nothing waiting is the shortest wait.
  LONGEST_WAIT: Prisma.sql`coalesce(-extract(epoch FROM least(goal.since, activity.since)), '-infinity')`,
}

export const orderBy = ({ field, direction }: OverviewQuery['order']): Prisma.Sql =>
  Prisma.sql`${FIELDS[field]} ${Prisma.raw(direction === 'ASC' ? 'ASC' : 'DESC')}`
