import { requestsOf } from '@kompetanse/live/queue'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import type { Prisma, QueueTab } from '../../generated/db/client.ts'
import type { PeriodKind } from '../../statement/domain/kinds.ts'

interface Filter {
  readonly traineeId?: Id<'Person'> | null | undefined
  readonly kind?: readonly PeriodKind[] | null | undefined
  readonly search?: string | null | undefined
}

/** Service periods that were sent to be signed (F135, F141). */
export const signing = requestsOf<
  Prisma.ServicePeriodWhereInput,
  Prisma.ServicePeriodOrderByWithRelationInput,
  QueueTab,
  Filter,
  'SENT_AT' | 'TRAINEE_NAME' | 'STARTS_ON'
>({
  rows: database.servicePeriod,
  sentTo: ['signerId', 'signer'],
  among: { removedAt: null },
  tabs: { WAITING: { sentAt: 'asc' }, REJECTED: { rejectedAt: 'desc' }, SIGNED: { signedAt: 'desc' } },
  filtered: ({ traineeId, kind }) => ({
    ...(traineeId && { traineeId }),
    ...(kind && kind.length > 0 && { kind: { in: [...kind] } }),
  }),
  searched: (words) => [
    { trainee: { displayName: words } },
    { enterpriseName: words },
    { unitName: words },
    { position: words },
  ],
  orders: {
    SENT_AT: (sentAt) => [{ sentAt }],
    TRAINEE_NAME: (displayName) => [{ trainee: { displayName } }, { startsOn: 'asc' }],
    STARTS_ON: (startsOn) => [{ startsOn }],
  },
})
