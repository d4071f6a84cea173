import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { performCommand } from '../../use-cases/perform-command.ts'
import { conversationResult, toResult } from '../outcome.ts'

const FinaliseConversationInput = builder.inputType('FinaliseConversationInput', {
  fields: (t) => ({
    conversationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    textSequence: t.int({
      required: true,
      description:
        'As the mentor has read the texts: what was written since must be read before it is signed.',
    }),
  }),
})

const NAME = 'FinaliseConversation'
const Result = conversationResult(NAME)

builder.mutationField('finaliseConversation', (t) =>
  t.field({
    type: Result,
    description: 'Read-only from then on, signed by the mentor, and counted in the hours.',
    args: { input: t.arg({ type: FinaliseConversationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const { conversationId: id, expectedVersion, textSequence } = input
      const command = { name: 'FINALISE', textSequence } as const
      return toResult(await performCommand({ id, expectedVersion }, command, context), NAME)
    },
  }),
)
