import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { refusalOf, targetOf } from '@kompetanse/command/workflow'
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
import { evolve, signerOf } from './evolve.ts'
import { forbidden, onBehalfOf } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'

/** What is written of a command: what the activity becomes, and the entry in its history. */
export interface ActivityStep {
  readonly next: Activity
  readonly event: ActivityEvent
}

/** What a command does to an activity, or why it is refused. */
export function decideActivity(
  activity: Activity,
  command: ActivityCommand,
  situation: Situation,
): Decision<ActivityStep, ActivityRefusal> {
  const code = refusalOf<ActivityRefusal>({
    impossible: impossible(activity.status, command.name, situation),
    forbidden: forbidden(command.name, situation.roles),
    incomplete: () => incomplete(command, situation),
  })
  if (code) return refused(code)
  const next = evolve(activity, command, situation)
  return accepted({ next, event: eventOf(activity, next, command, situation) })
}

/** What this actor can do now, in a fixed order; refusals of content come only with the content. */
export function availableCommands(
  status: ActivityStatus,
  situation: Pick<Situation, 'kind' | 'roles' | 'planArchived'>,
): readonly ActivityCommandName[] {
  return ACTIVITY_COMMANDS.filter(
    (name) => !impossible(status, name, situation) && !forbidden(name, situation.roles),
  )
}

function impossible(
  status: ActivityStatus,
  name: ActivityCommandName,
  { kind, planArchived }: Pick<Situation, 'kind' | 'planArchived'>,
): ActivityRefusal | null {
  if (planArchived) return 'PLAN_ARCHIVED'
  return targetOf(TRANSITIONS[kind], status, name) ? null : 'NOT_IN_THIS_STATE'
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
  { status: from }: Activity,
  { status: to }: Activity,
  command: ActivityCommand,
  { actorId: byId, roles, now: at, contentDigest }: Situation,
): ActivityEvent {
  const { name } = command
  const comment = 'comment' in command ? command.comment : null
  const digest = DECIDES.includes(name) ? contentDigest : null
  return { command: name, from, to, byId, onBehalfOfId: onBehalfOf(name, roles), at, comment, digest }
}
