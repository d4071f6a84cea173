import { accepted, refused, type Decision, type Refused } from '@kompetanse/command/decision'
import { refusalOf, targetOf } from '@kompetanse/command/workflow'
import { decideStatement, type WithProblems } from '../../statement/domain/decide.ts'
import type { Details } from '../../statement/domain/details.ts'
import { evolve } from './evolve.ts'
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

/** What is written of a command: what the period becomes, the entry in its history, and what an edit states. */
export interface PeriodStep {
  readonly next: Period
  readonly event: PeriodEvent
  readonly stated: Details | null
}

/** What a command does to a period, or why it is refused; last of all, whether what it states is right. */
export function decidePeriod(
  period: Period,
  command: PeriodCommand,
  situation: Situation,
): Decision<PeriodStep, PeriodRefusal, WithProblems> {
  const code = refusalOf<PeriodRefusal>({
    impossible: impossible(period.status, command.name, situation),
    forbidden: forbidden(command.name, situation.roles),
    incomplete: () => incomplete(period, command, situation),
  })
  if (code) return refusedFor(code)
  const statement = command.name === 'EDIT' ? decideStatement(command.details, situation) : null
  if (statement?.kind === 'refused') return statement
  const next = evolve(period, command, situation)
  return accepted({
    next,
    event: eventOf(period, next, command, situation),
    stated: statement?.stated ?? null,
  })
}

function impossible(
  status: PeriodStatus,
  name: PeriodCommandName,
  { needsSignature }: Pick<Situation, 'needsSignature'>,
): PeriodRefusal | null {
  if (!targetOf(TRANSITIONS, status, name)) return 'NOT_IN_THIS_STATE'
  return name === 'SEND_FOR_SIGNING' && !needsSignature ? 'SIGNATURE_NOT_NEEDED' : null
}

const refusedFor = (code: PeriodRefusal): Refused<PeriodRefusal, WithProblems> => ({
  ...refused(code),
  problems: [],
})

/** What this actor can do now, in a fixed order; refusals of content come only with the content. */
export function availableCommands(
  status: PeriodStatus,
  situation: Pick<Situation, 'roles' | 'needsSignature'>,
): readonly PeriodCommandName[] {
  return PERIOD_COMMANDS.filter(
    (name) => !impossible(status, name, situation) && !forbidden(name, situation.roles),
  )
}

function incomplete(period: Period, command: PeriodCommand, situation: Situation): PeriodRefusal | null {
  if (command.name === 'REJECT') return command.comment ? null : 'COMMENT_REQUIRED'
  if (command.name !== 'SEND_FOR_SIGNING') return null
  if (situation.endsOn === null || situation.endsOn > situation.today) return 'PERIOD_NOT_OVER'
  if (command.signerId === situation.traineeId) return 'OWN_PERIOD'
  if (!situation.leaders.includes(command.signerId)) return 'SIGNER_NOT_ELIGIBLE'
  const again = period.status === 'WAITING' && period.request.signerId === command.signerId
  return again ? 'NOT_IN_THIS_STATE' : null
}

function eventOf(
  { status: from }: Period,
  { status: to }: Period,
  command: PeriodCommand,
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
