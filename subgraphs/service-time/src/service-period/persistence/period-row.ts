import { present } from '@kompetanse/graph'
import type { Prisma } from '../../generated/db/client.ts'
import type { Period, SigningRequest } from '../domain/period.ts'

/** The columns that hold a period's state; which of them are set is a CHECK per status. */
export type StateColumns = Pick<
  Prisma.ServicePeriodGetPayload<object>,
  | ('status' | 'signerId' | 'sentAt' | 'removedAt')
  | ('signedById' | 'signedOnBehalfOfId' | 'signedAt' | 'signatureComment' | 'signatureDigest')
  | ('rejectedById' | 'rejectedOnBehalfOfId' | 'rejectedAt' | 'rejectionComment')
>

/** The state of a row. Throws on a row that the CHECKs would not have let in. */
export function toPeriod(row: StateColumns): Period {
  if (row.removedAt) return { status: 'REMOVED' }
  switch (row.status) {
    case 'REGISTERED':
      return { status: 'REGISTERED' }
    case 'WAITING':
      return { status: 'WAITING', request: requestOf(row) }
    case 'REJECTED':
      return { status: 'REJECTED', request: requestOf(row), rejection: rejectionOf(row) }
    case 'SIGNED':
      return { status: 'SIGNED', request: requestOf(row), signature: signatureOf(row) }
  }
}

const requestOf = (row: StateColumns): SigningRequest => ({
  signerId: present(row.signerId),
  sentAt: present(row.sentAt),
})

const rejectionOf = (row: StateColumns) => ({
  byId: present(row.rejectedById),
  onBehalfOfId: row.rejectedOnBehalfOfId,
  at: present(row.rejectedAt),
  comment: present(row.rejectionComment),
})

const signatureOf = (row: StateColumns) => ({
  byId: present(row.signedById),
  onBehalfOfId: row.signedOnBehalfOfId,
  at: present(row.signedAt),
  comment: row.signatureComment,
  digest: present(row.signatureDigest),
})

/** The columns of what has been registered and nothing more. */
export const EMPTY: StateColumns = {
  ...{ status: 'REGISTERED', signerId: null, sentAt: null, removedAt: null },
  ...{ signedById: null, signedOnBehalfOfId: null, signedAt: null, signatureComment: null },
  ...{ signatureDigest: null, rejectedById: null, rejectedOnBehalfOfId: null, rejectedAt: null },
  rejectionComment: null,
}

/** The columns of a state: all of them, so that what a state has not is emptied. */
export function toColumns(period: Period, at: Date): StateColumns {
  if (period.status === 'REMOVED') return { ...EMPTY, removedAt: at }
  return {
    ...EMPTY,
    status: period.status,
    ...('request' in period && period.request),
    ...('signature' in period && {
      signedById: period.signature.byId,
      signedOnBehalfOfId: period.signature.onBehalfOfId,
      signedAt: period.signature.at,
      signatureComment: period.signature.comment,
      signatureDigest: period.signature.digest,
    }),
    ...('rejection' in period && {
      rejectedById: period.rejection.byId,
      rejectedOnBehalfOfId: period.rejection.onBehalfOfId,
      rejectedAt: period.rejection.at,
      rejectionComment: period.rejection.comment,
    }),
  }
}
