import { incomplete } from './complete.ts'
import { CONVERSATION_COMMANDS } from './conversation.ts'
import type {
  Conversation,
  ConversationCommand,
  ConversationCommandName,
  ConversationEvent,
  ConversationRefusal,
  Situation,
} from './conversation.ts'
import { forbidden, type Standing } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'

export type Decision =
  | { readonly accepted: true; readonly next: Conversation; readonly event: ConversationEvent }
  | { readonly accepted: false; readonly code: ConversationRefusal }

const refused = (code: ConversationRefusal): Decision => ({ accepted: false, code })

/**
 * What a command does to a conversation, or why it is refused: is it possible in this state, is it permitted to
 * this party, is it time, is it complete.
 */
export function decideConversation(
  conversation: Conversation,
  command: ConversationCommand,
  situation: Situation,
): Decision {
  if (!TRANSITIONS[conversation.status][command.name]) return refused('NOT_IN_THIS_STATE')
  const code =
    forbidden(command.name, situation, conversation.invitedBy) ??
    tooEarly(command.name, conversation, situation.now) ??
    incomplete(command, situation)
  return code
    ? refused(code)
    : { accepted: true, next: evolve(conversation, command, situation), event: eventOf(command, situation) }
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
