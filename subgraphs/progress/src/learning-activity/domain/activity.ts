/** A trainee's own record of a learning activity: its states, what can be done in each, and by whom. */
import type { Id } from '@kompetanse/schema/ids'

export type ActivityKind = 'SELF_REGISTERED' | 'SIGNED' | 'COURSE' | 'E_LEARNING' | 'RECURRING'
export type SignerRole = 'SUPERVISOR' | 'MENTOR' | 'LEADER'

export const ACTIVITY_COMMANDS = [
  'REGISTER',
  'SEND_FOR_SIGNING',
  'RECALL',
  'SIGN',
  'REJECT',
  'WITHDRAW_SIGNATURE',
  'MARK_FULFILLED',
  'START_E_LEARNING',
  'COMMENT',
  'ATTACH',
] as const
export type ActivityCommandName = (typeof ACTIVITY_COMMANDS)[number]

/** What the actor is to this activity today; one person may be several of them. */
export type ActivityRole =
  | { readonly kind: 'TRAINEE' }
  /** Whom the trainee asked to sign. */
  | { readonly kind: 'SIGNER' }
  /** Stands in for the signer, who is a leader. */
  | { readonly kind: 'SIGNERS_DEPUTY'; readonly leaderId: Id<'Person'> }
  | { readonly kind: 'LEADER' }
  | { readonly kind: 'LEADERS_DEPUTY'; readonly leaderId: Id<'Person'> }
  | { readonly kind: 'MENTOR' }
  | { readonly kind: 'SUPERVISOR' }

export interface Performed {
  /** YYYY-MM-DD in Europe/Oslo. */
  readonly performedOn: string
  readonly comment: string | null
}

export interface SigningRequest {
  readonly signerId: Id<'Person'>
  readonly role: SignerRole
  readonly sentAt: Date
}

export interface Rejection {
  readonly byId: Id<'Person'>
  readonly at: Date
  readonly comment: string
}

export interface Signature {
  readonly byId: Id<'Person'>
  /** Whom a deputy stood in for. */
  readonly onBehalfOfId: Id<'Person'> | null
  readonly at: Date
  readonly comment: string | null
  /** SHA-256 of the content signed. */
  readonly digest: string
}

export interface Fulfilment {
  readonly byId: Id<'Person'>
  readonly at: Date
  readonly comment: string | null
}

interface Sent {
  readonly performed: Performed
  /** Stays after the signature: a withdrawn one waits with the same person. */
  readonly request: SigningRequest
}

export interface Signed extends Sent {
  readonly status: 'SIGNED'
  readonly signature: Signature
  /** The last day it counts; null when it counts for ever. */
  readonly validUntil: string | null
}

export interface Fulfilled {
  readonly status: 'FULFILLED'
  readonly performed: Performed
  readonly fulfilment: Fulfilment
  readonly validUntil: string | null
}

/** Each state carries what that state has, so that a signature without a signer cannot be written down. */
export type Activity =
  | { readonly status: 'NOT_STARTED' }
  | { readonly status: 'REGISTERED'; readonly performed: Performed }
  | (Sent & { readonly status: 'WAITING' })
  | (Sent & { readonly status: 'REJECTED'; readonly rejection: Rejection })
  | Signed
  | Fulfilled
  /** Signed or fulfilled once, and no longer valid. */
  | { readonly status: 'LAPSED'; readonly was: Signed | Fulfilled }

export type ActivityStatus = Activity['status']

export type ActivityCommand =
  | ({ readonly name: 'REGISTER' | 'MARK_FULFILLED' } & Performed)
  | { readonly name: 'SEND_FOR_SIGNING'; readonly signerId: Id<'Person'>; readonly comment: string | null }
  | {
      readonly name: 'SIGN' | 'REJECT' | 'WITHDRAW_SIGNATURE' | 'COMMENT'
      readonly comment: string | null
    }
  | { readonly name: 'RECALL' | 'START_E_LEARNING' | 'ATTACH' }

export interface ActivityEvent {
  readonly command: ActivityCommandName
  readonly from: ActivityStatus
  readonly to: ActivityStatus
  readonly byId: Id<'Person'>
  readonly onBehalfOfId: Id<'Person'> | null
  readonly at: Date
  readonly comment: string | null
  /** Of the content decided on; null unless the command decided something. */
  readonly digest: string | null
}

export type ActivityRefusal =
  | 'NOT_PERMITTED'
  | 'NOT_IN_THIS_STATE'
  | 'COMMENT_REQUIRED'
  | 'CERTIFICATE_REQUIRED'
  | 'SIGNER_NOT_ELIGIBLE'
  | 'OWN_ACTIVITY'
  | 'DATE_IN_FUTURE'
  | 'PLAN_ARCHIVED'

/** Somebody who may sign for a trainee, and as what. */
export interface Signer {
  readonly personId: Id<'Person'>
  readonly role: SignerRole
}

/** Everything outside the activity that a decision depends on. */
export interface Situation {
  readonly actorId: Id<'Person'>
  readonly roles: readonly ActivityRole[]
  readonly kind: ActivityKind
  /** How long it counts from the day it was performed; null for ever. */
  readonly validMonths: number | null
  readonly hasCertificate: boolean
  /** Who may sign today; looked up only for what is to be sent. */
  readonly signers: readonly Signer[]
  readonly planArchived: boolean
  readonly now: Date
  /** The calendar day of `now` in Europe/Oslo. */
  readonly today: string
  /** Digest of the present content: what a decision signs. */
  readonly contentDigest: string
}
