/** A plan that a trainee has: what can be done with it, by whom, and what a decision rests on. */
import type { Id } from '@kompetanse/schema/ids'

/** What the actor is to the plan's trainee; one person may be several of them. */
export type PlanRole =
  | { readonly kind: 'LEADER' }
  | { readonly kind: 'DEPUTY'; readonly leaderId: Id<'Person'> }
  | { readonly kind: 'SUPPORT' }

export const PLAN_COMMANDS = ['DELETE', 'ARCHIVE', 'RESTORE', 'DELETE_BEGUN'] as const
export type PlanCommandName = (typeof PLAN_COMMANDS)[number]

export interface PlanCommand {
  readonly name: PlanCommandName
  /** Why a begun one is deleted; null of the other commands. */
  readonly reason: string | null
}

/** Whether anything has been done in it, and whether it is archived. */
export type PlanState = 'NOT_BEGUN' | 'BEGUN' | 'ARCHIVED'

/** What a command makes of it; of one that is deleted nothing is left. */
export type PlanTarget = 'ACTIVE' | 'ARCHIVED' | 'DELETED'

export type PlanRefusal =
  | 'NOT_PERMITTED'
  | 'ALREADY_ASSIGNED'
  | 'PLAN_BEGUN'
  | 'PLAN_NOT_BEGUN'
  | 'PLAN_ARCHIVED'
  | 'REASON_REQUIRED'
  | 'ROWS_EMPTY'
  | 'TOO_MANY_ROWS'

/** What else a decision on a plan depends on. */
export interface PlanSituation {
  readonly roles: readonly PlanRole[]
  /** Whether the trainee has an active plan of the template. */
  readonly sameIsActive: boolean
}

/** What is written of a command. */
export interface PlanStep {
  readonly command: PlanCommand
  readonly to: PlanTarget
  /** For whom a deputy gave it. */
  readonly onBehalfOfId: Id<'Person'> | null
}
