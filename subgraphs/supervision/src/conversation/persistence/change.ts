import type { Conversation, ConversationCommand, ConversationEvent } from '../domain/conversation.ts'
import type { Loaded } from './load.ts'

/** What was decided of a conversation that is loaded and locked. */
export interface Change extends Loaded {
  readonly command: ConversationCommand
  readonly next: Conversation
  readonly event: ConversationEvent
}
