/** What a decision on a goal rests on changed: its activities, or what its mentor said of it. */
import { present } from '@kompetanse/graph'
import { appendQueueEvents } from '@kompetanse/live/queue'
import { goalChanged } from '@kompetanse/schema/events/progress'
import type { Id } from '@kompetanse/schema/ids'
import { bus, type Tx } from '../../database.ts'
import { goalMessage, type GoalCause } from './message.ts'

type Cause = Omit<GoalCause, 'command'>

/**
 * To be called, in the same transaction, when activities changed that goals rest on. Goals not yet started are in
 * progress now. Goals that somebody may decide on get a new version, so that an approver who has not seen the
 * change gets StaleVersion instead of signing it; the others keep theirs, for nobody but the trainee acts on them.
 * Goals are locked in the order of their ids: two activities of one goal wait for each other, and cannot deadlock.
 */
export async function activitiesChanged(
  tx: Tx,
  activityIds: readonly Id<'LearningActivity'>[],
  cause: Cause,
): Promise<void> {
  if (activityIds.length === 0) return
  const touched = await tx.$queryRaw<{ id: Id<'LearningGoal'> }[]>`
    UPDATE learning_goal g SET
      status = CASE g.status WHEN 'NOT_STARTED' THEN 'IN_PROGRESS'::"GoalStatus" ELSE g.status END,
      version = g.version + CASE g.status WHEN 'NOT_STARTED' THEN 0 ELSE 1 END
    FROM (
      SELECT id FROM learning_goal
      WHERE status IN ('NOT_STARTED', 'WAITING', 'REJECTED')
        AND id IN (SELECT goal_id FROM activity_goal WHERE activity_id = ANY(${activityIds}::uuid[]))
      ORDER BY id FOR UPDATE
    ) locked
    WHERE g.id = locked.id RETURNING g.id`
  await tell(tx, touched, cause)
}

/**
 * To be called, in the same transaction, when a mentor said something of goals: those that somebody may decide on get a new
 * version. Locked in the order of their ids.
 */
export async function recommendationsChanged(
  tx: Tx,
  goalIds: readonly Id<'LearningGoal'>[],
  cause: Cause,
): Promise<void> {
  if (goalIds.length === 0) return
  const touched = await tx.$queryRaw<{ id: Id<'LearningGoal'> }[]>`
    UPDATE learning_goal g SET version = g.version + 1
    FROM (
      SELECT id FROM learning_goal WHERE status IN ('WAITING', 'REJECTED') AND id = ANY(${goalIds}::uuid[])
      ORDER BY id FOR UPDATE
    ) locked
    WHERE g.id = locked.id RETURNING g.id`
  await tell(tx, touched, cause)
}

/** Open queues that show the goals must read their new version, and other subgraphs hear of it. */
async function tell(tx: Tx, touched: readonly { id: Id<'LearningGoal'> }[], cause: Cause): Promise<void> {
  if (touched.length === 0) return
  const goals = await tx.learningGoal.findMany({
    where: { id: { in: touched.map(({ id }) => id) } },
    include: { definition: { select: { code: true, wording: true } } },
  })
  const changes = goals.flatMap(({ id, traineeId, approverId, status }) => {
    if (status !== 'WAITING' && status !== 'REJECTED') return []
    const place = { personId: present(approverId), tab: status }
    return { kind: 'APPROVAL' as const, subjectId: id, traineeId, before: place, after: place }
  })
  await appendQueueEvents(tx, changes)
  const messages = goals.map((goal) => goalMessage(goal, { ...cause, command: 'BASIS_CHANGED' }))
  await bus.publishAll(tx, goalChanged, messages)
}
