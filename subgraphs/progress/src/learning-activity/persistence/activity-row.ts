import { dayOf } from '@kompetanse/calendar/day'
import type { Prisma } from '../../generated/db/client.ts'
import type { Activity, Fulfilled, Signed, SigningRequest } from '../domain/activity.ts'
import { onDay } from '../domain/validity.ts'

/** The columns that hold an activity's state; which of them are set is a CHECK per status. */
export type StateRow = Pick<
  Prisma.LearningActivityGetPayload<object>,
  | ('status' | 'performedOn' | 'comment' | 'signerId' | 'signerRole' | 'sentAt' | 'validUntil')
  | ('rejectedById' | 'rejectedAt' | 'rejectionComment')
  | ('signedById' | 'signedOnBehalfOfId' | 'signedAt' | 'signatureComment' | 'signatureDigest')
  | ('fulfilledById' | 'fulfilledAt' | 'fulfilmentComment')
>

/** The activity of a row as it reads on a day. Throws on a row that the CHECKs would not have let in. */
export function toActivity(row: StateRow, today: string): Activity {
  if (row.status === 'NOT_STARTED') return { status: 'NOT_STARTED' }
  const performed = { performedOn: dayOf(set(row.performedOn)), comment: row.comment }
  switch (row.status) {
    case 'REGISTERED':
      return { status: 'REGISTERED', performed }
    case 'WAITING':
      return { status: 'WAITING', performed, request: requestOf(row) }
    case 'REJECTED':
      return { status: 'REJECTED', performed, request: requestOf(row), rejection: rejectionOf(row) }
    case 'SIGNED':
      return onDay({ ...signatureOf(row), performed }, today)
    case 'FULFILLED':
      return onDay({ ...fulfilmentOf(row), performed }, today)
  }
}

const requestOf = (row: StateRow): SigningRequest => ({
  signerId: set(row.signerId),
  role: set(row.signerRole),
  sentAt: set(row.sentAt),
})

const rejectionOf = (row: StateRow) => ({
  byId: set(row.rejectedById),
  at: set(row.rejectedAt),
  comment: set(row.rejectionComment),
})

const signatureOf = (row: StateRow): Omit<Signed, 'performed'> => ({
  status: 'SIGNED',
  request: requestOf(row),
  signature: {
    byId: set(row.signedById),
    onBehalfOfId: row.signedOnBehalfOfId,
    at: set(row.signedAt),
    comment: row.signatureComment,
    digest: set(row.signatureDigest),
  },
  validUntil: row.validUntil && dayOf(row.validUntil),
})

const fulfilmentOf = (row: StateRow): Omit<Fulfilled, 'performed'> => ({
  status: 'FULFILLED',
  fulfilment: { byId: set(row.fulfilledById), at: set(row.fulfilledAt), comment: row.fulfilmentComment },
  validUntil: row.validUntil && dayOf(row.validUntil),
})

function set<T>(value: T | null): T {
  if (value === null) throw new Error('a learning activity lacks a column of its status')
  return value
}
