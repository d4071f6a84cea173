import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { ACTIVITY_COMMANDS } from './activity.ts'
import type {
  Activity,
  ActivityCommand,
  ActivityCommandName,
  ActivityEvent,
  ActivityRefusal,
  ActivityStatus,
  Situation,
} from './activity.ts'
import { evolve, signerOf, type Step } from './evolve.ts'
import { forbidden, onBehalfOf } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'

/** What is written of a command: what the activity becomes, and the entry in its history. */
export interface ActivityStep {
  readonly next: Activity
  readonly event: ActivityEvent
}

/**
 * What a command does to an activity, or why it is refused: is it possible in this state, is it permitted to this
 * actor, is it complete.
 */
export function decideActivity(
  activity: Activity,
  command: ActivityCommand,
  situation: Situation,
): Decision<ActivityStep, ActivityRefusal> {
  const to = TRANSITIONS[situation.kind][activity.status][command.name]
  if (!to) return refused('NOT_IN_THIS_STATE')
  const code =
    forbidden(command.name, situation.roles) ??
    (situation.planArchived ? 'PLAN_ARCHIVED' : null) ??
    incomplete(command, situation)
  if (code) return refused(code)
  const step = { ...situation, to, onBehalfOfId: onBehalfOf(command.name, situation.roles) }
  return accepted({
    next: evolve(activity, command, step),
    event: eventOf(activity.status, command, step),
  })
}

/** What this actor can do now, in a fixed order; refusals of content come only with the content. */
export function availableCommands(
  status: ActivityStatus,
  { kind, roles, planArchived }: Pick<Situation, 'kind' | 'roles' | 'planArchived'>,
): readonly ActivityCommandName[] {
  if (planArchived) return []
  const possible = TRANSITIONS[kind][status]
  return ACTIVITY_COMMANDS.filter((name) => possible[name] && forbidden(name, roles) === null)
}

function incomplete(command: ActivityCommand, situation: Situation): ActivityRefusal | null {
  switch (command.name) {
    case 'REGISTER':
      if (command.performedOn > situation.today) return 'DATE_IN_FUTURE'
      return situation.kind === 'COURSE' && !situation.hasCertificate ? 'CERTIFICATE_REQUIRED' : null
    case 'MARK_FULFILLED':
      return command.performedOn > situation.today ? 'DATE_IN_FUTURE' : null
    case 'SEND_FOR_SIGNING':
      if (command.signerId === situation.actorId) return 'OWN_ACTIVITY'
      return signerOf(command, situation) ? null : 'SIGNER_NOT_ELIGIBLE'
    case 'REJECT':
    case 'COMMENT':
      return command.comment ? null : 'COMMENT_REQUIRED'
    default:
      return null
  }
}

const DECIDES: readonly ActivityCommandName[] = ['SIGN', 'REJECT', 'WITHDRAW_SIGNATURE']

function eventOf(
  from: ActivityStatus,
  command: ActivityCommand,
  { to, actorId, now, contentDigest, onBehalfOfId }: Step,
): ActivityEvent {
  const comment = 'comment' in command ? command.comment : null
  const digest = DECIDES.includes(command.name) ? contentDigest : null
  return { command: command.name, from, to, byId: actorId, onBehalfOfId, at: now, comment, digest }
}
