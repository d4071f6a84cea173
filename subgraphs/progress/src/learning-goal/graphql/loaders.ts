/** What a list of goals needs beside their rows, each for all rows of a request at once. */
import { today } from '@kompetanse/calendar/day'
import { batched, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { standingTo } from '../../directory/standing.ts'
import type { Count } from '../../progress-count/domain/progress-count.ts'
import { loadContents, type GoalContent } from '../persistence/content.ts'
import type { ApproverRole, GoalRole } from '../domain/goal.ts'
import { loadApproverChoices, type ApproverChoice } from '../persistence/approver-choices.ts'
import { rolesOf } from '../persistence/roles.ts'

export const contentOfGoal = batched<Id<'LearningGoal'>, GoalContent>((ids) => loadContents(database, ids))

export const choicesForTrainee = batched<Id<'Person'>, readonly ApproverChoice[]>((ids, { now }) =>
  loadApproverChoices(database, ids, now),
)

/** Activities of the goal that are signed or fulfilled and have not lapsed, of all that it has. */
export const activityProgressOfGoal = batched<Id<'LearningGoal'>, Count>(async (ids, { now }) => {
  const rows = await database.$queryRaw<{ goalId: Id<'LearningGoal'>; done: number; total: number }[]>`
    SELECT goal_id AS "goalId", count(*)::int AS total,
      (count(*) FILTER (WHERE status IN ('SIGNED', 'FULFILLED')
        AND (valid_until IS NULL OR valid_until >= ${today(now)}::date)))::int AS done
    FROM activity_goal JOIN learning_activity ON learning_activity.id = activity_id
    WHERE goal_id = ANY(${ids}::uuid[]) GROUP BY goal_id`
  return new Map(rows.map(({ goalId, done, total }) => [goalId, { done, total }]))
})

interface GoalAsked {
  readonly traineeId: Id<'Person'>
  readonly approverId: Id<'Person'> | null
  readonly approverRole: ApproverRole | null
}

/** What the asking actor is to this goal. */
export async function rolesToGoal(goal: GoalAsked, context: GraphContext): Promise<readonly GoalRole[]> {
  const [standing, choices = []] = await Promise.all([
    standingTo(goal.traineeId, context),
    choicesForTrainee(goal.traineeId, context),
  ])
  return rolesOf(context.actor.personId, standing, choices, goal)
}
