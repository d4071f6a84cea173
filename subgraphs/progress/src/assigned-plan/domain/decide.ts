import type { Decision } from '@kompetanse/command/decision'
import { decideTo, targetOf } from '@kompetanse/command/workflow'
import { forbidden, onBehalfOf } from './permission.ts'
import {
  PLAN_COMMANDS,
  type PlanCommand,
  type PlanCommandName,
  type PlanRefusal,
  type PlanRole,
  type PlanSituation,
  type PlanState,
  type PlanStep,
  type PlanTarget,
} from './plan.ts'

/** The status that a command gives a plan; of one that is deleted nothing is left. */
export const TRANSITIONS = {
  NOT_BEGUN: { DELETE: 'DELETED' },
  BEGUN: { ARCHIVE: 'ARCHIVED', DELETE_BEGUN: 'DELETED' },
  ARCHIVED: { RESTORE: 'ACTIVE', DELETE_BEGUN: 'DELETED' },
} as const satisfies Record<PlanState, Partial<Record<PlanCommandName, PlanTarget>>>

/** Why of what the table does not have. */
const IMPOSSIBLE: {
  readonly [State in PlanState]: Record<
    Exclude<PlanCommandName, keyof (typeof TRANSITIONS)[State]>,
    PlanRefusal
  >
} = {
  NOT_BEGUN: { ARCHIVE: 'PLAN_NOT_BEGUN', RESTORE: 'PLAN_NOT_BEGUN', DELETE_BEGUN: 'PLAN_NOT_BEGUN' },
  BEGUN: { DELETE: 'PLAN_BEGUN', RESTORE: 'ALREADY_ASSIGNED' },
  ARCHIVED: { DELETE: 'PLAN_BEGUN', ARCHIVE: 'PLAN_ARCHIVED' },
}

export const stateOf = (plan: {
  readonly status: 'ACTIVE' | 'ARCHIVED'
  readonly begunAt: Date | null
}): PlanState => (plan.status === 'ARCHIVED' ? 'ARCHIVED' : plan.begunAt ? 'BEGUN' : 'NOT_BEGUN')

/**
 * Whether the plan is deleted, archived or restored. Support gives its reason for deleting what was begun (F108); a plan is
 * not restored beside another active one of its template.
 */
export function decidePlan(
  state: PlanState,
  command: PlanCommand,
  { roles, sameIsActive }: PlanSituation,
): Decision<PlanStep, PlanRefusal> {
  const { name } = command
  return decideTo<PlanTarget, PlanRefusal, PlanStep>(
    targetOf(TRANSITIONS, state, name),
    {
      impossible: impossible(state, name),
      forbidden: forbidden(name, roles),
      incomplete: () => incomplete(command, sameIsActive),
    },
    (to) => ({ command, to, onBehalfOfId: onBehalfOf(name, roles) }),
  )
}

const impossible = (state: PlanState, name: PlanCommandName): PlanRefusal =>
  (IMPOSSIBLE[state] as Record<PlanCommandName, PlanRefusal>)[name]

function incomplete({ name, reason }: PlanCommand, sameIsActive: boolean): PlanRefusal | null {
  if (name === 'DELETE_BEGUN' && !reason) return 'REASON_REQUIRED'
  return name === 'RESTORE' && sameIsActive ? 'ALREADY_ASSIGNED' : null
}

export const availableCommands = (state: PlanState, roles: readonly PlanRole[]): PlanCommandName[] =>
  PLAN_COMMANDS.filter((name) => targetOf(TRANSITIONS, state, name) && !forbidden(name, roles))
