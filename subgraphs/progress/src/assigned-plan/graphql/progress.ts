import { today } from '../../clock.ts'
import { database } from '../../database.ts'
import { batched } from '../../graph/batch.ts'
import type { Count } from '../../graph/ProgressCount.ts'

interface Row extends Count {
  readonly id: string
}

const byId = (rows: readonly Row[]) => new Map(rows.map(({ id, done, total }) => [id, { done, total }]))

/** Approved goals of all in the plan; for all plans of a request in one statement. */
export const goalProgress = batched<string, Count>(async (ids) =>
  byId(
    await database.$queryRaw<Row[]>`
      SELECT assigned_plan_id AS id, count(*)::int AS total,
        (count(*) FILTER (WHERE status = 'APPROVED'))::int AS done
      FROM learning_goal WHERE assigned_plan_id = ANY(${ids}::uuid[]) GROUP BY 1`,
  ),
)

/** Activities that are signed or fulfilled and have not lapsed, of all in the plan. */
export const activityProgress = batched<string, Count>(async (ids, { now }) =>
  byId(
    await database.$queryRaw<Row[]>`
      SELECT assigned_plan_id AS id, count(*)::int AS total,
        (count(*) FILTER (WHERE status IN ('SIGNED', 'FULFILLED')
          AND (valid_until IS NULL OR valid_until >= ${today(now)}::date)))::int AS done
      FROM learning_activity WHERE assigned_plan_id = ANY(${ids}::uuid[]) GROUP BY 1`,
  ),
)
