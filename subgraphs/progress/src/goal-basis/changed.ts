import { appendQueueEvents } from '@kompetanse/live/queue'
import { present } from '@kompetanse/graph'
import type { Tx } from '../database.ts'

/**
 * To be called, in the same transaction, when activities changed that goals rest on. Goals not yet started are in
 * progress now. Goals that somebody may decide on get a new version, so that an approver who has not seen the
 * change gets StaleVersion instead of signing it; the others keep theirs, for nobody but the trainee acts on them.
 * Goals are locked in the order of their ids: two activities of one goal wait for each other, and cannot deadlock.
 */
export async function goalContentChanged(tx: Tx, activityIds: readonly string[]): Promise<void> {
  if (activityIds.length === 0) return
  const touched = await tx.$queryRaw<{ id: string }[]>`
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
  const ids = touched.map(({ id }) => id)
  await tellQueues(tx, ids)
}

/**
 * To be called, in the same transaction, when something else changed that a decision rests on: goals that somebody may
 * decide on get a new version. Locked in the order of their ids.
 */
export async function goalBasisChanged(tx: Tx, goalIds: readonly string[]): Promise<void> {
  if (goalIds.length === 0) return
  const touched = await tx.$queryRaw<{ id: string }[]>`
    UPDATE learning_goal g SET version = g.version + 1
    FROM (
      SELECT id FROM learning_goal WHERE status IN ('WAITING', 'REJECTED') AND id = ANY(${goalIds}::uuid[])
      ORDER BY id FOR UPDATE
    ) locked
    WHERE g.id = locked.id RETURNING g.id`
  await tellQueues(
    tx,
    touched.map(({ id }) => id),
  )
}

/** Open queues that show the goal must read its new version. */
async function tellQueues(tx: Tx, ids: string[]) {
  if (ids.length === 0) return
  const queued = await tx.learningGoal.findMany({
    where: { id: { in: ids }, status: { in: ['WAITING', 'REJECTED'] } },
    select: { id: true, traineeId: true, approverId: true, status: true },
  })
  const changes = queued.map(({ id, traineeId, approverId, status }) => {
    const place = { personId: present(approverId), tab: status === 'WAITING' ? status : 'REJECTED' } as const
    return { kind: 'APPROVAL', subjectId: id, traineeId, before: place, after: place } as const
  })
  await appendQueueEvents(tx, changes)
}
