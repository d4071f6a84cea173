import type { Prisma } from '../../generated/db/client.ts'
import type { QueueOrderInput } from '../../graph/queue-inputs.ts'
import type { SigningTab } from './scope.ts'

type Order = Prisma.LearningActivityOrderByWithRelationInput[]

const BY_TAB: Readonly<Record<SigningTab, Order>> = {
  // Who has waited longest comes first; what is decided, newest first.
  WAITING: [{ sentAt: 'asc' }, { id: 'asc' }],
  REJECTED: [{ rejectedAt: 'desc' }, { id: 'asc' }],
  SIGNED: [{ signedAt: 'desc' }, { id: 'asc' }],
}

export function inOrder(tab: SigningTab, order: QueueOrderInput | null | undefined): Order {
  if (!order) return BY_TAB[tab]
  const direction = order.direction === 'ASC' ? 'asc' : 'desc'
  switch (order.field) {
    case 'SENT_AT':
      return [{ sentAt: direction }, { id: 'asc' }]
    case 'TRAINEE_NAME':
      return [{ trainee: { displayName: direction } }, { sentAt: 'asc' }, { id: 'asc' }]
    case 'CODE':
      return [
        { assignedPlan: { template: { code: direction } } },
        { position: direction },
        { sentAt: 'asc' },
        { id: 'asc' },
      ]
  }
}
