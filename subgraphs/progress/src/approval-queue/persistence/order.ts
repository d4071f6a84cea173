import type { Prisma } from '../../generated/db/client.ts'
import type { QueueOrderInput } from '../../graph/queue-inputs.ts'
import type { ApprovalTab } from './scope.ts'

type Order = Prisma.LearningGoalOrderByWithRelationInput[]

const BY_TAB: Readonly<Record<ApprovalTab, Order>> = {
  // Who has waited longest comes first; what is decided, newest first.
  WAITING: [{ sentAt: 'asc' }, { id: 'asc' }],
  REJECTED: [{ decidedAt: 'desc' }, { id: 'asc' }],
  APPROVED: [{ decidedAt: 'desc' }, { id: 'asc' }],
}

export function inOrder(tab: ApprovalTab, order: QueueOrderInput | null | undefined): Order {
  if (!order) return BY_TAB[tab]
  const direction = order.direction === 'ASC' ? 'asc' : 'desc'
  switch (order.field) {
    case 'SENT_AT':
      return [{ sentAt: direction }, { id: 'asc' }]
    case 'TRAINEE_NAME':
      return [{ trainee: { displayName: direction } }, { sentAt: 'asc' }, { id: 'asc' }]
    case 'CODE':
      return [{ definition: { code: direction } }, { sentAt: 'asc' }, { id: 'asc' }]
  }
}
