import type { Tx } from '../../database.ts'
import { Prisma } from '../../generated/db/client.ts'
import { appendQueueEvents } from '../../live/append.ts'
import { goalOf } from './goal-row.ts'
import { placeOf } from './queue-place.ts'

/**
 * To be called, in the same transaction, when activities changed that goals rest on: goals not yet started are in
 * progress now, and each goal's version goes up, so that an approver who has not seen the change gets StaleVersion
 * instead of signing it. Goals are locked in the order of their ids: two activities of one goal wait, not deadlock.
 */
export async function goalContentChanged(
  tx: Tx,
  { activityIds }: { readonly activityIds: readonly string[] },
): Promise<void> {
  if (activityIds.length === 0) return
  const touched = await tx.$queryRaw<{ id: string }[]>`
    UPDATE learning_goal SET
      version = learning_goal.version + 1,
      status = CASE learning_goal.status WHEN 'NOT_STARTED' THEN 'IN_PROGRESS'::"GoalStatus"
        ELSE learning_goal.status END
    FROM (
      SELECT id FROM learning_goal
      WHERE id IN (SELECT goal_id FROM activity_goal WHERE activity_id IN (${Prisma.join(activityIds.map(uuid))}))
      ORDER BY id FOR UPDATE
    ) locked
    WHERE learning_goal.id = locked.id AND learning_goal.status <> 'APPROVED'
    RETURNING learning_goal.id`
  await tellQueues(
    tx,
    touched.map(({ id }) => id),
  )
}

const uuid = (id: string) => Prisma.sql`${id}::uuid`

/** Open queues that show the goal must read its new version. */
async function tellQueues(tx: Tx, ids: string[]) {
  const where = { id: { in: ids }, status: { in: ['WAITING', 'REJECTED'] as ['WAITING', 'REJECTED'] } }
  const queued = ids.length === 0 ? [] : await tx.learningGoal.findMany({ where })
  const changes = queued.map((row) => {
    const place = placeOf(goalOf(row))
    return {
      kind: 'APPROVAL',
      subjectId: row.id,
      traineeId: row.traineeId,
      before: place,
      after: place,
    } as const
  })
  await appendQueueEvents(tx, changes)
}
