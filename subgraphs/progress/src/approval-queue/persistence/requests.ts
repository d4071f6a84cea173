import { requestsOf } from '@kompetanse/live/queue'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { QueueFilter, QueueOrderField } from '../../live/queue-filter.ts'

/** Goals that were sent to be approved; those of archived plans are left out. */
export const approval = requestsOf<
  Prisma.LearningGoalWhereInput,
  Prisma.LearningGoalOrderByWithRelationInput,
  'WAITING' | 'REJECTED' | 'APPROVED',
  QueueFilter,
  QueueOrderField
>({
  rows: database.learningGoal,
  sentTo: ['approverId', 'approver'],
  among: { assignedPlan: { status: 'ACTIVE' } },
  tabs: { WAITING: { sentAt: 'asc' }, REJECTED: { decidedAt: 'desc' }, APPROVED: { decidedAt: 'desc' } },
  filtered: ({ traineeId, planTemplateId }) => ({
    ...(traineeId && { traineeId }),
    ...(planTemplateId && { assignedPlan: { planTemplateId } }),
  }),
  searched: (words) => [
    { trainee: { displayName: words } },
    { definition: { OR: [{ code: words }, { wording: words }] } },
  ],
  orders: {
    SENT_AT: (sentAt) => [{ sentAt }],
    TRAINEE_NAME: (displayName) => [{ trainee: { displayName } }, { sentAt: 'asc' }],
    CODE: (code) => [{ definition: { code } }, { sentAt: 'asc' }],
  },
})
