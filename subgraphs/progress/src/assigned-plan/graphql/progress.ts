import { visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { batched, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Count } from '../../progress-count/domain/progress-count.ts'

interface Row extends Count {
  readonly id: Id<'AssignedPlan'>
}

const byId = (rows: readonly Row[]) => new Map(rows.map(({ id, done, total }) => [id, { done, total }]))

/**
 * Those of the plans that the actor may see. A plan is also reached from a goal that somebody was sent; how far the
 * whole plan has come is not theirs to see.
 */
async function visible(
  ids: readonly Id<'AssignedPlan'>[],
  { actor, now }: GraphContext,
): Promise<readonly Id<'AssignedPlan'>[]> {
  const where = { id: { in: [...ids] }, trainee: visibleTrainee(actor, today(now)) }
  return (await database.assignedPlan.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

/** Approved goals of all in the plan; for all plans of a request at once. */
export const goalProgress = batched<Id<'AssignedPlan'>, Count>(async (ids, context) =>
  byId(
    await database.$queryRaw<Row[]>`
      SELECT assigned_plan_id AS id, count(*)::int AS total,
        (count(*) FILTER (WHERE status = 'APPROVED'))::int AS done
      FROM learning_goal WHERE assigned_plan_id = ANY(${await visible(ids, context)}::uuid[]) GROUP BY 1`,
  ),
)

/** Activities that are signed or fulfilled and have not lapsed, of all in the plan. */
export const activityProgress = batched<Id<'AssignedPlan'>, Count>(async (ids, context) =>
  byId(
    await database.$queryRaw<Row[]>`
      SELECT assigned_plan_id AS id, count(*)::int AS total,
        (count(*) FILTER (WHERE status IN ('SIGNED', 'FULFILLED')
          AND (valid_until IS NULL OR valid_until >= ${today(context.now)}::date)))::int AS done
      FROM learning_activity WHERE assigned_plan_id = ANY(${await visible(ids, context)}::uuid[]) GROUP BY 1`,
  ),
)
