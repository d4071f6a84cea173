import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { performCommand } from '../../use-cases/perform-command.ts'
import { conversationResult, seriesSuccess, toResult } from '../outcome.ts'

const CancelConversationInput = builder.inputType('CancelConversationInput', {
  fields: (t) => ({
    conversationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    reason: t.string({ required: true }),
    restOfSeries: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Cancels the later ones of its series too, where they are open.',
    }),
  }),
})

const NAME = 'CancelConversation'
const Result = conversationResult(NAME, seriesSuccess(NAME))

builder.mutationField('cancelConversation', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: CancelConversationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const { conversationId: id, expectedVersion, reason, restOfSeries: wholeSeries } = input
      const command = { name: 'CANCEL', reason: cleanText(reason) } as const
      return toResult(await performCommand({ id, expectedVersion, wholeSeries }, command, context), NAME)
    },
  }),
)
