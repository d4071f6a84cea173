/** A trainee's statement of where and how much they served: its states, what can be done in each, and by whom. */
import type { Id } from '@kompetanse/schema/ids'
import type { Beside } from '../../statement/domain/decide.ts'
import type { Details } from '../../statement/domain/details.ts'

export const PERIOD_COMMANDS = ['EDIT', 'REMOVE', 'SEND_FOR_SIGNING', 'SIGN', 'REJECT'] as const
export type PeriodCommandName = (typeof PERIOD_COMMANDS)[number]

/** What the actor is to this period today; one person may be several of them. */
export type PeriodRole =
  | { readonly kind: 'TRAINEE' }
  /** Whom the trainee sent it to, while they lead the trainee. */
  | { readonly kind: 'SIGNER' }
  /** Stands in for the signer. */
  | { readonly kind: 'SIGNERS_DEPUTY'; readonly leaderId: Id<'Person'> }

export interface SigningRequest {
  readonly signerId: Id<'Person'>
  readonly sentAt: Date
}

/** By whom and when something was decided. */
export interface DecidedBy {
  readonly byId: Id<'Person'>
  /** Whom a deputy stood in for. */
  readonly onBehalfOfId: Id<'Person'> | null
  readonly at: Date
}

export interface Signature extends DecidedBy {
  readonly comment: string | null
  /** SHA-256 of the content signed. */
  readonly digest: string
}

export interface Rejection extends DecidedBy {
  readonly comment: string
}

interface Sent {
  /** Stays after the decision: the signer's tabs keep what they decided. */
  readonly request: SigningRequest
}

/** Each state carries what that state has, so that a signature without a signer cannot be written down. */
export type Period =
  | { readonly status: 'REGISTERED' }
  | (Sent & { readonly status: 'WAITING' })
  | (Sent & { readonly status: 'REJECTED'; readonly rejection: Rejection })
  | (Sent & { readonly status: 'SIGNED'; readonly signature: Signature })
  | { readonly status: 'REMOVED' }

export type PeriodStatus = Period['status']

export type PeriodCommand =
  | { readonly name: 'EDIT'; readonly details: Details }
  | { readonly name: 'REMOVE' }
  | { readonly name: 'SEND_FOR_SIGNING'; readonly signerId: Id<'Person'> }
  | { readonly name: 'SIGN' | 'REJECT'; readonly comment: string | null }

export interface PeriodEvent extends DecidedBy {
  readonly command: PeriodCommandName
  readonly from: PeriodStatus
  readonly to: PeriodStatus
  readonly comment: string | null
  /** Of the content decided on; null unless the command decided something or took a signature's effect away. */
  readonly digest: string | null
}

export type PeriodRefusal =
  | 'NOT_PERMITTED'
  | 'NOT_IN_THIS_STATE'
  | 'COMMENT_REQUIRED'
  | 'SIGNER_NOT_ELIGIBLE'
  | 'OWN_PERIOD'
  | 'SIGNATURE_NOT_NEEDED'
  | 'PERIOD_NOT_OVER'
  | 'PERIOD_INVALID'

/** Everything outside the period that a decision depends on. */
export interface Situation extends Beside {
  readonly actorId: Id<'Person'>
  readonly traineeId: Id<'Person'>
  /** Who leads the trainee today, and is still there; looked up only for what is to be sent. */
  readonly leaders: readonly Id<'Person'>[]
  readonly roles: readonly PeriodRole[]
  /** By the rule in force for its kind (F132). */
  readonly needsSignature: boolean
  /** The last day, YYYY-MM-DD; null while it goes on. */
  readonly endsOn: string | null
  readonly now: Date
  /** The calendar day of `now` in Europe/Oslo. */
  readonly today: string
  /** Digest of the present content: what a decision signs. */
  readonly contentDigest: string
}
