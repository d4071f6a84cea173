import { accepted, refused, type Decision } from '@kompetanse/command/decision'

export const PLAN_COMMANDS = ['DELETE', 'ARCHIVE', 'RESTORE', 'DELETE_BEGUN'] as const
export type PlanCommandName = (typeof PLAN_COMMANDS)[number]

export interface PlanCommand {
  readonly name: PlanCommandName
  /** Why a begun one is deleted; null of the other commands. */
  readonly reason: string | null
}

export type PlanState = 'NOT_BEGUN' | 'BEGUN' | 'ARCHIVED'

export type PlanRefusal =
  | 'NOT_PERMITTED'
  | 'ALREADY_ASSIGNED'
  | 'PLAN_BEGUN'
  | 'PLAN_NOT_BEGUN'
  | 'PLAN_ARCHIVED'
  | 'REASON_REQUIRED'
  | 'ROWS_EMPTY'
  | 'TOO_MANY_ROWS'

/** A plan that is gone has no state. */
export const TRANSITIONS = {
  NOT_BEGUN: { DELETE: 'GONE' },
  BEGUN: { ARCHIVE: 'ARCHIVED', DELETE_BEGUN: 'GONE' },
  ARCHIVED: { RESTORE: 'BEGUN', DELETE_BEGUN: 'GONE' },
} as const satisfies Record<PlanState, Partial<Record<PlanCommandName, PlanState | 'GONE'>>>

/** What the actor is to the plan's trainee. */
export interface PlanRoles {
  /** The leader, or whom the leader has as deputy today (F012). */
  readonly leads: boolean
  readonly support: boolean
}

const IMPOSSIBLE: Readonly<Record<PlanState, Partial<Record<PlanCommandName, PlanRefusal>>>> = {
  NOT_BEGUN: { ARCHIVE: 'PLAN_NOT_BEGUN', RESTORE: 'PLAN_NOT_BEGUN', DELETE_BEGUN: 'PLAN_NOT_BEGUN' },
  BEGUN: { DELETE: 'PLAN_BEGUN', RESTORE: 'ALREADY_ASSIGNED' },
  ARCHIVED: { DELETE: 'PLAN_BEGUN', ARCHIVE: 'PLAN_ARCHIVED' },
}

const permitted = (command: PlanCommandName, roles: PlanRoles) =>
  command === 'DELETE_BEGUN' ? roles.support : roles.leads

export const stateOf = (plan: {
  readonly status: 'ACTIVE' | 'ARCHIVED'
  readonly begunAt: Date | null
}): PlanState => (plan.status === 'ARCHIVED' ? 'ARCHIVED' : plan.begunAt ? 'BEGUN' : 'NOT_BEGUN')

/** What else a decision on a plan depends on. */
export interface PlanSituation {
  readonly roles: PlanRoles
  /** Whether the trainee has an active plan of the template. */
  readonly sameIsActive: boolean
}

/** What is written of a command. */
export interface PlanStep {
  readonly command: PlanCommand
}

/**
 * Whether the plan is deleted, archived or restored. Support gives its reason for deleting what was begun (F108); a plan is
 * not restored beside another active one of its template.
 */
export function decidePlan(
  state: PlanState,
  command: PlanCommand,
  situation: PlanSituation,
): Decision<PlanStep, PlanRefusal> {
  const { roles, sameIsActive } = situation
  const { name, reason } = command
  if (!permitted(name, roles)) return refused('NOT_PERMITTED')
  const impossible = IMPOSSIBLE[state][name]
  if (impossible) return refused(impossible)
  if (name === 'DELETE_BEGUN' && !reason) return refused('REASON_REQUIRED')
  return name === 'RESTORE' && sameIsActive ? refused('ALREADY_ASSIGNED') : accepted({ command })
}

export const availableCommands = (state: PlanState, roles: PlanRoles): PlanCommandName[] =>
  PLAN_COMMANDS.filter((command) => command in TRANSITIONS[state] && permitted(command, roles))
