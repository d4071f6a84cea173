import type { Prisma, QueueTab } from '../../generated/db/client.ts'

type Order = Prisma.ServicePeriodOrderByWithRelationInput[]

interface Wanted {
  readonly field: 'SENT_AT' | 'STARTS_ON' | 'TRAINEE_NAME'
  readonly direction: 'ASC' | 'DESC'
}

const BY_TAB: Readonly<Record<QueueTab, Order>> = {
  // Who has waited longest comes first; what is decided, newest first.
  WAITING: [{ sentAt: 'asc' }, { id: 'asc' }],
  REJECTED: [{ rejectedAt: 'desc' }, { id: 'asc' }],
  SIGNED: [{ signedAt: 'desc' }, { id: 'asc' }],
}

export function inOrder(tab: QueueTab, order: Wanted | null | undefined): Order {
  if (!order) return BY_TAB[tab]
  const direction = order.direction === 'ASC' ? 'asc' : 'desc'
  switch (order.field) {
    case 'SENT_AT':
      return [{ sentAt: direction }, { id: 'asc' }]
    case 'STARTS_ON':
      return [{ startsOn: direction }, { id: 'asc' }]
    case 'TRAINEE_NAME':
      return [{ trainee: { displayName: direction } }, { startsOn: 'asc' }, { id: 'asc' }]
  }
}
