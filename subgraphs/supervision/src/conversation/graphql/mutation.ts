import type { GraphContext } from '@kompetanse/graph'
import { mutationsOn } from '../../graph/mutation.ts'
import { readFrom } from '../../live/read-from.ts'
import { conversationCommands } from '../use-cases/commands.ts'
import { conversationById, conversationsByIds } from './conversation-by-id.ts'
import { ConversationRefused } from './refusals.ts'

/** For what answers with conversations: their `eventCursor` is of before it was done, so that no event is missed. */
export const live =
  <Input, Answer>(perform: (input: Input, context: GraphContext) => Promise<Answer>) =>
  async (input: Input, context: GraphContext): Promise<Answer> => {
    await readFrom(context)
    return perform(input, context)
  }

const on = {
  id: 'conversationId',
  refused: ConversationRefused,
  perform: live(conversationCommands.perform),
}

/** Adds a mutation that gives a conversation a command. */
export const conversationMutation = mutationsOn({
  ...on,
  success: (t) => ({ conversation: conversationById(t) }),
})

/** The same, of a command that may go for the later ones of a series too. */
export const seriesMutation = mutationsOn({
  ...on,
  success: (t) => ({
    conversation: conversationById(t),
    conversations: conversationsByIds(t, ({ changes }) => changes.map(({ row }) => row.id)),
  }),
})
