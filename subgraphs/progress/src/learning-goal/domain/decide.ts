import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import {
  GOAL_COMMANDS,
  TRANSITIONS,
  type Approver,
  type Goal,
  type GoalCommand,
  type GoalCommandName,
  type GoalEvent,
  type GoalRefusal,
  type GoalStatus,
  type Request,
  type Situation,
} from './goal.ts'
import { capacity, forbidden } from './permission.ts'

/** What is written of a command: what the goal becomes, and the entry in its history. */
export interface GoalStep {
  readonly next: Goal
  readonly event: GoalEvent
}

/** What the goal becomes, or why not. In this order: possible? permitted? complete? */
export function decideGoal(
  goal: Goal,
  command: GoalCommand,
  situation: Situation,
): Decision<GoalStep, GoalRefusal> {
  const code =
    impossible(goal.status, command.name, situation) ??
    forbidden(command.name, situation.roles) ??
    incomplete(command, situation)
  if (code) return refused(code)
  const next = perform(goal, command, situation)
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
  return name in TRANSITIONS[status] ? null : 'NOT_IN_THIS_STATE'
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

function perform(goal: Goal, command: GoalCommand, situation: Situation): Goal {
  switch (command.name) {
    case 'COMPLETE': {
      const { completedOn, comment } = command
      return { status: 'COMPLETED', completion: { completedOn, comment } }
    }
    case 'REOPEN':
      return { status: 'IN_PROGRESS' }
    case 'SEND_FOR_APPROVAL':
      return { status: 'WAITING', completion: completionOf(goal), request: requestOf(command, situation) }
    case 'RECALL':
      return { status: 'COMPLETED', completion: completionOf(goal) }
    case 'APPROVE':
    case 'REJECT':
      return decided(goal, command.name, command.comment, situation)
    case 'REVOKE_APPROVAL':
      return waitAgain(goal, situation.now)
    case 'ATTACH':
      return goal.status === 'NOT_STARTED' ? { status: 'IN_PROGRESS' } : goal
    case 'COMMENT':
      return goal
  }
}

function decided(
  goal: Goal,
  name: 'APPROVE' | 'REJECT',
  comment: string | null,
  { actorId, roles, now, contentDigest }: Situation,
): Goal {
  const { completion, request } = sent(goal)
  const made = { ...capacity(roles), decidedById: actorId, decidedAt: now, comment, digest: contentDigest }
  return name === 'APPROVE'
    ? { status: 'APPROVED', completion, request, decision: { outcome: 'APPROVED', ...made } }
    : { status: 'REJECTED', completion, request, decision: { outcome: 'REJECTED', ...made } }
}

/** It waits with whom it was sent to, from now: nobody is blamed for the time it stood approved. */
function waitAgain(goal: Goal, now: Date): Goal {
  const { completion, request } = sent(goal)
  return { status: 'WAITING', completion, request: { ...request, sentAt: now } }
}

type Sending = Extract<GoalCommand, { name: 'SEND_FOR_APPROVAL' }>

const approverOf = ({ approverId }: Sending, { approvers }: Situation) =>
  approvers.find(({ personId }) => personId === approverId)

function requestOf(command: Sending, situation: Situation): Request {
  const { personId: approverId, role } = approverOf(command, situation) as Approver
  return { approverId, role, sentAt: situation.now }
}

// The transition table has let the command through, so the states that lack these cannot come here.
function completionOf(goal: Goal) {
  if (!('completion' in goal)) throw new Error(`${goal.status} has no completion`)
  return goal.completion
}

function sent(goal: Goal) {
  if (!('request' in goal)) throw new Error(`${goal.status} was not sent`)
  return goal
}

const COMMENTED: readonly GoalCommandName[] = ['COMPLETE', 'APPROVE', 'REJECT', 'REVOKE_APPROVAL', 'COMMENT']

function eventOf(
  goal: Goal,
  next: Goal,
  command: GoalCommand,
  { actorId, roles, now }: Situation,
): GoalEvent {
  const decides =
    command.name === 'APPROVE' || command.name === 'REJECT' || command.name === 'REVOKE_APPROVAL'
  const { source, onBehalfOfId } = decides ? capacity(roles) : { source: null, onBehalfOfId: null }
  return {
    command: command.name,
    from: goal.status,
    to: next.status,
    byId: actorId,
    onBehalfOfId,
    at: now,
    comment: COMMENTED.includes(command.name) && 'comment' in command ? command.comment : null,
    digest: command.name !== 'REVOKE_APPROVAL' && 'decision' in next && decides ? next.decision.digest : null,
    source,
  }
}
