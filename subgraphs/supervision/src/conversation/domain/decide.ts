import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { incomplete } from './complete.ts'
import { CONVERSATION_COMMANDS } from './conversation.ts'
import type {
  Conversation,
  ConversationCommand,
  ConversationCommandName,
  ConversationEvent,
  ConversationRefusal,
  Found,
  Situation,
} from './conversation.ts'
import { forbidden, type Standing } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'

/** What is written of a command. */
export interface ConversationStep {
  readonly command: ConversationCommand
  readonly next: Conversation
  readonly event: ConversationEvent
}

/**
 * What a command does to a conversation, or why it is refused: is it possible in this state, is it permitted to
 * this party, is it time, is it complete.
 */
export function decideConversation(
  conversation: Conversation,
  command: ConversationCommand,
  situation: Situation,
): Decision<ConversationStep, ConversationRefusal> {
  if (!TRANSITIONS[conversation.status][command.name]) return refused('NOT_IN_THIS_STATE')
  const code =
    forbidden(command.name, situation, conversation.invitedBy) ??
    tooEarly(command.name, conversation, situation.now) ??
    incomplete(command, situation)
  if (code) return refused(code)
  const next = evolve(conversation, command, situation)
  return accepted({ command, next, event: eventOf(command, situation) })
}

/** The conversation that the command was given to, first; then those of its series. */
export interface SeriesStep<Of> {
  readonly changes: readonly (Of & ConversationStep)[]
}

/**
 * The same for a conversation and later ones of its series. The first decides whether it is refused; a later one that
 * the command does not fit is left as it is.
 */
export function decideSeries<Of extends Found>(
  first: Of,
  later: readonly Of[],
  command: ConversationCommand,
): Decision<SeriesStep<Of>, ConversationRefusal> {
  const decide = ({ conversation, situation }: Of) => decideConversation(conversation, command, situation)
  const decision = decide(first)
  if (decision.kind === 'refused') return decision
  const others = later.flatMap((each) => {
    const own = decide(each)
    return own.kind === 'accepted' ? [{ ...each, ...own }] : []
  })
  return accepted({ changes: [{ ...first, ...decision }, ...others] })
}

/** What this party can do now, in a fixed order; refusals of content come only with the content. */
export function availableCommands(
  conversation: Pick<Conversation, 'status' | 'invitedBy' | 'startsAt'>,
  standing: Standing,
  now: Date,
): readonly ConversationCommandName[] {
  const possible = TRANSITIONS[conversation.status]
  return CONVERSATION_COMMANDS.filter(
    (name) =>
      possible[name] &&
      !forbidden(name, standing, conversation.invitedBy) &&
      !tooEarly(name, conversation, now),
  )
}

const tooEarly = (
  command: ConversationCommandName,
  { startsAt }: Pick<Conversation, 'startsAt'>,
  now: Date,
): ConversationRefusal | null => (command === 'FINALISE' && startsAt > now ? 'NOT_HELD_YET' : null)

function evolve(
  conversation: Conversation,
  command: ConversationCommand,
  situation: Situation,
): Conversation {
  const { startsAt, durationMinutes, invitedBy } = conversation
  const same = { startsAt, durationMinutes, invitedBy }
  switch (command.name) {
    case 'ACCEPT':
      return { status: 'PLANNED', ...same }
    case 'DECLINE':
      return { status: 'DECLINED', reason: command.reason, ...same }
    case 'CANCEL':
      return { status: 'CANCELLED', reason: command.reason ?? '', ...same }
    case 'RESCHEDULE': {
      const time = { startsAt: command.startsAt, durationMinutes: command.durationMinutes }
      return { status: 'INVITED', ...time, invitedBy: situation.party }
    }
    case 'FINALISE': {
      const { actorId: byId, now: at, contentDigest: digest } = situation
      return { status: 'FINALISED', ...same, signature: { byId, at, digest } }
    }
    default:
      return conversation
  }
}

function eventOf(
  command: ConversationCommand,
  { actorId, now, contentDigest }: Situation,
): ConversationEvent {
  const reason = 'reason' in command ? command.reason : null
  const digest = command.name === 'FINALISE' ? contentDigest : null
  return { command: command.name, byId: actorId, at: now, reason, digest }
}
