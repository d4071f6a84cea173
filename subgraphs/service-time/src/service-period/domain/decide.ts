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

export type Decision =
  | { readonly accepted: true; readonly next: Period; readonly event: PeriodEvent }
  | { readonly accepted: false; readonly code: PeriodRefusal }

type Workflow = Partial<Record<PeriodCommandName, PeriodStatus>>

/**
 * What a command does to a period, or why it is refused: is it possible in this state, is it permitted to this
 * actor, is it complete. The content of an edit is judged apart, by the ledger's `validatePeriod`.
 */
export function decidePeriod(period: Period, command: PeriodCommand, situation: Situation): Decision {
  const to = (TRANSITIONS[period.status] as Workflow)[command.name]
  const code = to
    ? (forbidden(command.name, situation.roles) ?? incomplete(period, command, situation))
    : 'NOT_IN_THIS_STATE'
  if (code || !to) return { accepted: false, code: code ?? 'NOT_IN_THIS_STATE' }
  const event = eventOf(period, command, to, situation)
  return { accepted: true, next: evolve(period, command, event), event }
}

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
  if (command.name === 'REJECT') return command.comment === null ? 'COMMENT_REQUIRED' : null
  if (command.name !== 'SEND_FOR_SIGNING') return null
  if (!situation.needsSignature) return 'SIGNATURE_NOT_NEEDED'
  if (situation.endsOn === null || situation.endsOn > situation.today) return 'PERIOD_NOT_OVER'
  if (command.signerId === situation.traineeId) return 'OWN_PERIOD'
  if (command.signerId === null) return 'SIGNER_NOT_ELIGIBLE'
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
      return { status: 'WAITING', request: { signerId: command.signerId as string, sentAt: at } }
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
