import { appendQueueEvents } from '@kompetanse/live/queue'
import type { Tx } from '../../database.ts'
import type { QueueTab } from '../../generated/db/client.ts'
import { type QueueChange, type QueuePlace } from '../../live/queues.ts'

/** Tells the queues that all of a plan's requests left them (archived, deleted) or came back (restored). */
export async function moveQueueRows(tx: Tx, assignedPlanId: string, direction: 'out' | 'in'): Promise<void> {
  const where = { assignedPlanId }
  const activities = await tx.learningActivity.findMany({ where: { ...where, signerId: { not: null } } })
  const goals = await tx.learningGoal.findMany({ where: { ...where, approverId: { not: null } } })
  const change = (kind: QueueChange['kind'], row: { id: string; traineeId: string }, place: QueuePlace) => ({
    ...{ kind, subjectId: row.id, traineeId: row.traineeId },
    before: direction === 'out' ? place : null,
    after: direction === 'in' ? place : null,
  })
  await appendQueueEvents(tx, [
    ...activities.map((row) =>
      change('SIGNING', row, { personId: row.signerId as string, tab: tabOf(row.status) }),
    ),
    ...goals.map((row) =>
      change('APPROVAL', row, { personId: row.approverId as string, tab: tabOf(row.status) }),
    ),
  ])
}

const tabOf = (status: string): QueueTab => (status === 'WAITING' || status === 'REJECTED' ? status : 'DONE')
