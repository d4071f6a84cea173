import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { refusalOf, targetOf } from '@kompetanse/command/workflow'
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
import { evolve } from './evolve.ts'
import { forbidden, type Standing } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'

/** What is written of a command. */
export interface ConversationStep {
  readonly command: ConversationCommand
  readonly next: Conversation
  readonly event: ConversationEvent
}

/** What a command does to a conversation, or why it is refused. */
export function decideConversation(
  conversation: Conversation,
  command: ConversationCommand,
  situation: Situation,
): Decision<ConversationStep, ConversationRefusal> {
  const code = refusalOf<ConversationRefusal>({
    impossible: impossible(command.name, conversation, situation.now),
    forbidden: forbidden(command.name, situation, conversation.invitedBy),
    incomplete: () => incomplete(command, situation),
  })
  if (code) return refused(code)
  const next = evolve(conversation, command, situation)
  return accepted({ command, next, event: eventOf(command, situation) })
}

function impossible(
  name: ConversationCommandName,
  { status, startsAt }: Pick<Conversation, 'status' | 'startsAt'>,
  now: Date,
): ConversationRefusal | null {
  if (!targetOf(TRANSITIONS, status, name)) return 'NOT_IN_THIS_STATE'
  return name === 'FINALISE' && startsAt > now ? 'NOT_HELD_YET' : null
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
  return CONVERSATION_COMMANDS.filter(
    (name) => !impossible(name, conversation, now) && !forbidden(name, standing, conversation.invitedBy),
  )
}

function eventOf(
  command: ConversationCommand,
  { actorId, now, contentDigest }: Situation,
): ConversationEvent {
  const reason = 'reason' in command ? command.reason : null
  const digest = command.name === 'FINALISE' ? contentDigest : null
  return { command: command.name, byId: actorId, at: now, reason, digest }
}
