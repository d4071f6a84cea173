/** A trainee's own record of a learning goal: its states, what can be done in each, and by whom. */
import type { Id } from '@kompetanse/schema/ids'

export type GoalStatus = 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED' | 'WAITING' | 'REJECTED' | 'APPROVED'

export const GOAL_COMMANDS = [
  'COMPLETE',
  'REOPEN',
  'SEND_FOR_APPROVAL',
  'RECALL',
  'APPROVE',
  'REJECT',
  'REVOKE_APPROVAL',
  'COMMENT',
  'ATTACH',
] as const
export type GoalCommandName = (typeof GOAL_COMMANDS)[number]

/** What the actor is to this goal today; one person may be several of them. */
export type GoalRole =
  | { readonly kind: 'TRAINEE' }
  | { readonly kind: 'LEADER' }
  | { readonly kind: 'DEPUTY'; readonly leaderId: Id<'Person'> }
  /** Named by the leader; `chosen` when this goal was sent to this delegate. */
  | { readonly kind: 'DELEGATE'; readonly chosen: boolean }
  | { readonly kind: 'MENTOR' }
  | { readonly kind: 'SUPERVISOR' }
  | { readonly kind: 'DIRECTORATE' }

export type ApproverRole = 'LEADER' | 'DEPUTY' | 'DELEGATE'
export type ApprovalSource = ApproverRole | 'DIRECTORATE'

export interface Completion {
  /** YYYY-MM-DD in Europe/Oslo. */
  readonly completedOn: string
  readonly comment: string | null
}

export interface Request {
  readonly approverId: Id<'Person'>
  readonly role: ApproverRole
  readonly sentAt: Date
}

export interface Decision<Outcome extends 'APPROVED' | 'REJECTED' = 'APPROVED' | 'REJECTED'> {
  readonly outcome: Outcome
  readonly decidedById: Id<'Person'>
  /** Whom a deputy stood in for. */
  readonly onBehalfOfId: Id<'Person'> | null
  readonly source: ApprovalSource
  readonly decidedAt: Date
  readonly comment: string | null
  /** SHA-256 of the content that was decided on. */
  readonly digest: string
}

/** Each state carries what that state has, so that an approval without a decision cannot be written down. */
export type Goal =
  | { readonly status: 'NOT_STARTED' }
  | { readonly status: 'IN_PROGRESS' }
  | { readonly status: 'COMPLETED'; readonly completion: Completion }
  | { readonly status: 'WAITING'; readonly completion: Completion; readonly request: Request }
  | Decided<'REJECTED'>
  | Decided<'APPROVED'>

interface Decided<Outcome extends 'APPROVED' | 'REJECTED'> {
  readonly status: Outcome
  readonly completion: Completion
  /** To whom it was sent; kept so that a revoked approval waits with the same person. */
  readonly request: Request
  readonly decision: Decision<Outcome>
}

export type GoalCommand =
  | { readonly name: 'COMPLETE'; readonly completedOn: string; readonly comment: string | null }
  | { readonly name: 'REOPEN' | 'RECALL' | 'ATTACH' }
  | { readonly name: 'SEND_FOR_APPROVAL'; readonly approverId: Id<'Person'> }
  | { readonly name: 'APPROVE' | 'REJECT' | 'REVOKE_APPROVAL' | 'COMMENT'; readonly comment: string | null }

export interface GoalEvent {
  readonly command: GoalCommandName
  readonly from: GoalStatus
  readonly to: GoalStatus
  readonly byId: Id<'Person'>
  readonly onBehalfOfId: Id<'Person'> | null
  readonly at: Date
  readonly comment: string | null
  /** Null unless the command decided something. */
  readonly digest: string | null
  readonly source: ApprovalSource | null
}

export type GoalRefusal =
  | 'NOT_PERMITTED'
  | 'NOT_IN_THIS_STATE'
  | 'COMMENT_REQUIRED'
  | 'APPROVER_NOT_ELIGIBLE'
  | 'OWN_GOAL'
  | 'DATE_IN_FUTURE'
  | 'PLAN_ARCHIVED'

/** Somebody who may receive a trainee's goals, and as what. */
export interface Approver {
  readonly personId: Id<'Person'>
  readonly role: ApproverRole
}

/** Everything outside the goal that a decision depends on. */
export interface Situation {
  readonly actorId: Id<'Person'>
  readonly roles: readonly GoalRole[]
  /** Who may receive the goal today. */
  readonly approvers: readonly Approver[]
  readonly planArchived: boolean
  readonly now: Date
  /** The calendar day of `now` in Europe/Oslo. */
  readonly today: string
  /** Digest of the present content: what a decision signs. */
  readonly contentDigest: string
}
