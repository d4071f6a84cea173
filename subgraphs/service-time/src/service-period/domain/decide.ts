import { accepted, refused, type Decision, type Refused } from '@kompetanse/command/decision'
import { decideStatement, type WithProblems } from '../../statement/domain/decide.ts'
import type { Details } from '../../statement/domain/details.ts'
import { PERIOD_COMMANDS } from './period.ts'
import type {
  Period,
  PeriodCommand,
  PeriodCommandName,
  PeriodEvent,
  PeriodRefusal,
  PeriodStatus,
  Situation,
} from './period.ts'
import { forbidden, onBehalfOf } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'

type Workflow = Partial<Record<PeriodCommandName, PeriodStatus>>

/** What is written of a command: what the period becomes, the entry in its history, and what an edit states. */
export interface PeriodStep {
  readonly next: Period
  readonly event: PeriodEvent
  readonly stated: Details | null
}

/**
 * What a command does to a period, or why it is refused: is it possible in this state, is it permitted to this
 * actor, is it complete, is what it states right.
 */
export function decidePeriod(
  period: Period,
  command: PeriodCommand,
  situation: Situation,
): Decision<PeriodStep, PeriodRefusal, WithProblems> {
  const to = (TRANSITIONS[period.status] as Workflow)[command.name]
  if (!to) return refusedFor('NOT_IN_THIS_STATE')
  const code = forbidden(command.name, situation.roles) ?? incomplete(period, command, situation)
  if (code) return refusedFor(code)
  const statement = command.name === 'EDIT' ? decideStatement(command.details, situation) : null
  if (statement?.kind === 'refused') return statement
  const event = eventOf(period, command, to, situation)
  return accepted({ next: evolve(period, command, event), event, stated: statement?.stated ?? null })
}

const refusedFor = (code: PeriodRefusal): Refused<PeriodRefusal, WithProblems> => ({
  ...refused(code),
  problems: [],
})

/** What this actor can do now, in a fixed order; refusals of content come only with the content. */
export function availableCommands(
  status: PeriodStatus,
  { roles, needsSignature }: Pick<Situation, 'roles' | 'needsSignature'>,
): readonly PeriodCommandName[] {
  const possible: Workflow = TRANSITIONS[status]
  const offered = (name: PeriodCommandName) => name !== 'SEND_FOR_SIGNING' || needsSignature
  return PERIOD_COMMANDS.filter((name) => possible[name] && offered(name) && forbidden(name, roles) === null)
}

function incomplete(period: Period, command: PeriodCommand, situation: Situation): PeriodRefusal | null {
  if (command.name === 'REJECT') return command.comment ? null : 'COMMENT_REQUIRED'
  if (command.name !== 'SEND_FOR_SIGNING') return null
  if (!situation.needsSignature) return 'SIGNATURE_NOT_NEEDED'
  if (situation.endsOn === null || situation.endsOn > situation.today) return 'PERIOD_NOT_OVER'
  if (command.signerId === situation.traineeId) return 'OWN_PERIOD'
  if (!situation.leaders.includes(command.signerId)) return 'SIGNER_NOT_ELIGIBLE'
  const again = period.status === 'WAITING' && period.request.signerId === command.signerId
  return again ? 'NOT_IN_THIS_STATE' : null
}

function eventOf(
  { status: from }: Period,
  command: PeriodCommand,
  to: PeriodStatus,
  { actorId, now, contentDigest, roles }: Situation,
): PeriodEvent {
  const decides = command.name === 'SIGN' || command.name === 'REJECT' || from === 'SIGNED'
  return {
    ...{ command: command.name, from, to, byId: actorId, at: now },
    onBehalfOfId: onBehalfOf(command.name, roles),
    comment: 'comment' in command ? command.comment : null,
    digest: decides ? contentDigest : null,
  }
}

/** `to` comes from the transition table, which is why the state can be taken for the one the command starts from. */
function evolve(period: Period, command: PeriodCommand, event: PeriodEvent): Period {
  const { byId, onBehalfOfId, at } = event
  const sent = period as Extract<Period, { status: 'WAITING' }>
  switch (command.name) {
    case 'EDIT':
      return { status: 'REGISTERED' }
    case 'REMOVE':
      return { status: 'REMOVED' }
    case 'SEND_FOR_SIGNING':
      return { status: 'WAITING', request: { signerId: command.signerId, sentAt: at } }
    case 'SIGN': {
      const signature = { byId, onBehalfOfId, at, comment: event.comment, digest: event.digest as string }
      return { status: 'SIGNED', request: sent.request, signature }
    }
    case 'REJECT': {
      const rejection = { byId, onBehalfOfId, at, comment: event.comment as string }
      return { status: 'REJECTED', request: sent.request, rejection }
    }
  }
}
