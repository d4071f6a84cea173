import { appendQueueEvents } from '@kompetanse/live/queue'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { QueueTab } from '../../generated/db/client.ts'
import { type QueueChange, type QueuePlace } from '../../live/queues.ts'

/** Tells the queues that all of a plan's requests left them (archived, deleted) or came back (restored). */
export async function moveQueueRows(
  tx: Tx,
  assignedPlanId: Id<'AssignedPlan'>,
  direction: 'out' | 'in',
): Promise<void> {
  const where = { assignedPlanId }
  const activities = await tx.learningActivity.findMany({ where: { ...where, signerId: { not: null } } })
  const goals = await tx.learningGoal.findMany({ where: { ...where, approverId: { not: null } } })
  const change = (
    kind: QueueChange['kind'],
    row: { id: string; traineeId: Id<'Person'> },
    place: QueuePlace,
  ) => ({
    ...{ kind, subjectId: row.id, traineeId: row.traineeId },
    before: direction === 'out' ? place : null,
    after: direction === 'in' ? place : null,
  })
  await appendQueueEvents(tx, [
    ...activities.flatMap((row) =>
      row.signerId ? change('SIGNING', row, { personId: row.signerId, tab: tabOf(row.status) }) : [],
    ),
    ...goals.flatMap((row) =>
      row.approverId ? change('APPROVAL', row, { personId: row.approverId, tab: tabOf(row.status) }) : [],
    ),
  ])
}

const tabOf = (status: string): QueueTab => (status === 'WAITING' || status === 'REJECTED' ? status : 'DONE')
