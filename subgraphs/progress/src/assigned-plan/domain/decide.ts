export type PlanCommand = 'DELETE' | 'ARCHIVE' | 'RESTORE' | 'DELETE_BEGUN'
export const PLAN_COMMANDS: readonly PlanCommand[] = ['DELETE', 'ARCHIVE', 'RESTORE', 'DELETE_BEGUN']

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
} as const satisfies Record<PlanState, Partial<Record<PlanCommand, PlanState | 'GONE'>>>

/** What the actor is to the plan's trainee. */
export interface PlanRoles {
  /** The leader, or whom the leader has as deputy today (F012). */
  readonly leads: boolean
  readonly support: boolean
}

const IMPOSSIBLE: Readonly<Record<PlanState, Partial<Record<PlanCommand, PlanRefusal>>>> = {
  NOT_BEGUN: { ARCHIVE: 'PLAN_NOT_BEGUN', RESTORE: 'PLAN_NOT_BEGUN', DELETE_BEGUN: 'PLAN_NOT_BEGUN' },
  BEGUN: { DELETE: 'PLAN_BEGUN', RESTORE: 'ALREADY_ASSIGNED' },
  ARCHIVED: { DELETE: 'PLAN_BEGUN', ARCHIVE: 'PLAN_ARCHIVED' },
}

const permitted = (command: PlanCommand, roles: PlanRoles) =>
  command === 'DELETE_BEGUN' ? roles.support : roles.leads

export const stateOf = (plan: {
  readonly status: 'ACTIVE' | 'ARCHIVED'
  readonly begunAt: Date | null
}): PlanState => (plan.status === 'ARCHIVED' ? 'ARCHIVED' : plan.begunAt ? 'BEGUN' : 'NOT_BEGUN')

/** Why the command is refused, or null. Support gives its reason for deleting what was begun (F108). */
export function refusal(
  state: PlanState,
  command: PlanCommand,
  roles: PlanRoles,
  reason: string | null,
): PlanRefusal | null {
  if (!permitted(command, roles)) return 'NOT_PERMITTED'
  const impossible = IMPOSSIBLE[state][command]
  if (impossible) return impossible
  return command === 'DELETE_BEGUN' && reason === null ? 'REASON_REQUIRED' : null
}

export const availableCommands = (state: PlanState, roles: PlanRoles): PlanCommand[] =>
  PLAN_COMMANDS.filter((command) => command in TRANSITIONS[state] && permitted(command, roles))
