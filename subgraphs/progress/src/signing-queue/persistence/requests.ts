import { requestsOf } from '@kompetanse/live/queue'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import type { QueueFilter, QueueOrderField } from '../../live/queue-filter.ts'

/** Activities that were sent to be signed; those of archived plans are left out. */
export const signing = requestsOf<
  Prisma.LearningActivityWhereInput,
  Prisma.LearningActivityOrderByWithRelationInput,
  'WAITING' | 'REJECTED' | 'SIGNED',
  QueueFilter,
  QueueOrderField
>({
  rows: database.learningActivity,
  sentTo: ['signerId', 'signer'],
  among: { assignedPlan: { status: 'ACTIVE' } },
  tabs: { WAITING: { sentAt: 'asc' }, REJECTED: { rejectedAt: 'desc' }, SIGNED: { signedAt: 'desc' } },
  filtered: ({ traineeId, planTemplateId }) => ({
    ...(traineeId && { traineeId }),
    ...(planTemplateId && { assignedPlan: { planTemplateId } }),
  }),
  searched: (words) => [
    { trainee: { displayName: words } },
    { definition: { title: words } },
    { goals: { some: { goal: { definition: { code: words } } } } },
  ],
  orders: {
    SENT_AT: (sentAt) => [{ sentAt }],
    TRAINEE_NAME: (displayName) => [{ trainee: { displayName } }, { sentAt: 'asc' }],
    CODE: (code) => [{ assignedPlan: { template: { code } } }, { position: code }, { sentAt: 'asc' }],
  },
})
