import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { refusalOf, targetOf } from '@kompetanse/command/workflow'
import { approverOf, evolve } from './evolve.ts'
import {
  GOAL_COMMANDS,
  type Goal,
  type GoalCommand,
  type GoalCommandName,
  type GoalEvent,
  type GoalRefusal,
  type GoalStatus,
  type Situation,
} from './goal.ts'
import { capacity, DECISIONS, forbidden } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'

/** What is written of a command: what the goal becomes, and the entry in its history. */
export interface GoalStep {
  readonly next: Goal
  readonly event: GoalEvent
}

/** What the goal becomes, or why not. */
export function decideGoal(
  goal: Goal,
  command: GoalCommand,
  situation: Situation,
): Decision<GoalStep, GoalRefusal> {
  const code = refusalOf<GoalRefusal>({
    impossible: impossible(goal.status, command.name, situation),
    forbidden: forbidden(command.name, situation.roles),
    incomplete: () => incomplete(command, situation),
  })
  if (code) return refused(code)
  const next = evolve(goal, command, situation)
  return accepted({ next, event: eventOf(goal, next, command, situation) })
}

/** The commands that `decideGoal` accepts from these roles, once complete: what the page draws as buttons. */
export function availableCommands(
  status: GoalStatus,
  situation: Pick<Situation, 'roles' | 'planArchived'>,
): readonly GoalCommandName[] {
  return GOAL_COMMANDS.filter(
    (name) => !impossible(status, name, situation) && !forbidden(name, situation.roles),
  )
}

function impossible(
  status: GoalStatus,
  name: GoalCommandName,
  { planArchived }: Pick<Situation, 'planArchived'>,
): GoalRefusal | null {
  if (planArchived) return 'PLAN_ARCHIVED'
  return targetOf(TRANSITIONS, status, name) ? null : 'NOT_IN_THIS_STATE'
}

function incomplete(command: GoalCommand, situation: Situation): GoalRefusal | null {
  switch (command.name) {
    case 'COMPLETE':
      return command.completedOn > situation.today ? 'DATE_IN_FUTURE' : null
    case 'SEND_FOR_APPROVAL':
      return command.approverId !== situation.actorId && approverOf(command, situation)
        ? null
        : 'APPROVER_NOT_ELIGIBLE'
    case 'REJECT':
    case 'COMMENT':
      return command.comment ? null : 'COMMENT_REQUIRED'
    default:
      return null
  }
}

const COMMENTED: readonly GoalCommandName[] = ['COMPLETE', 'APPROVE', 'REJECT', 'REVOKE_APPROVAL', 'COMMENT']

function eventOf(
  { status: from }: Goal,
  next: Goal,
  command: GoalCommand,
  { actorId, roles, now, contentDigest }: Situation,
): GoalEvent {
  const { name } = command
  const by = DECISIONS.includes(name) ? capacity(roles) : { source: null, onBehalfOfId: null }
  return {
    ...{ command: name, from, to: next.status, byId: actorId, at: now, ...by },
    comment: COMMENTED.includes(name) && 'comment' in command ? command.comment : null,
    digest: name === 'APPROVE' || name === 'REJECT' ? contentDigest : null,
  }
}
