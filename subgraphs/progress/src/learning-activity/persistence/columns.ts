import type { Id } from '@kompetanse/schema/ids'
import type { Activity } from '../domain/activity.ts'

const EMPTY = {
  status: 'NOT_STARTED',
  performed_on: null as string | null,
  comment: null as string | null,
  signer_id: null as Id<'Person'> | null,
  signer_role: null as string | null,
  sent_at: null as Date | null,
  rejected_by_id: null as Id<'Person'> | null,
  rejected_at: null as Date | null,
  rejection_comment: null as string | null,
  signed_by_id: null as Id<'Person'> | null,
  signed_on_behalf_of_id: null as Id<'Person'> | null,
  signed_at: null as Date | null,
  signature_comment: null as string | null,
  signature_digest: null as string | null,
  fulfilled_by_id: null as Id<'Person'> | null,
  fulfilled_at: null as Date | null,
  fulfilment_comment: null as string | null,
  valid_until: null as string | null,
}

export type StateColumns = typeof EMPTY

/** The columns of a state: all of them, so that what a state has not is emptied. */
export function toColumns(activity: Activity): StateColumns {
  // LAPSED is how a signed or fulfilled one reads, not what it is.
  if (activity.status === 'LAPSED') return toColumns(activity.was)
  return {
    ...EMPTY,
    status: activity.status,
    ...('performed' in activity && {
      performed_on: activity.performed.performedOn,
      comment: activity.performed.comment,
    }),
    ...('request' in activity && {
      signer_id: activity.request.signerId,
      signer_role: activity.request.role,
      sent_at: activity.request.sentAt,
    }),
    ...('rejection' in activity && {
      rejected_by_id: activity.rejection.byId,
      rejected_at: activity.rejection.at,
      rejection_comment: activity.rejection.comment,
    }),
    ...('signature' in activity && {
      signed_by_id: activity.signature.byId,
      signed_on_behalf_of_id: activity.signature.onBehalfOfId,
      signed_at: activity.signature.at,
      signature_comment: activity.signature.comment,
      signature_digest: activity.signature.digest,
    }),
    ...('fulfilment' in activity && {
      fulfilled_by_id: activity.fulfilment.byId,
      fulfilled_at: activity.fulfilment.at,
      fulfilment_comment: activity.fulfilment.comment,
    }),
    ...('validUntil' in activity && { valid_until: activity.validUntil }),
  }
}
