import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { performCommand } from '../../use-cases/perform-command.ts'
import { conversationResult, toResult } from '../outcome.ts'

const RescheduleConversationInput = builder.inputType('RescheduleConversationInput', {
  fields: (t) => ({
    conversationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    startsAt: t.field({ type: 'DateTime', required: true }),
    durationMinutes: t.int({ required: true }),
  }),
})

const NAME = 'RescheduleConversation'
const Result = conversationResult(NAME)

builder.mutationField('rescheduleConversation', (t) =>
  t.field({
    type: Result,
    description: 'By either; the other answers the new time. Also what invites again after a decline.',
    args: { input: t.arg({ type: RescheduleConversationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const { conversationId: id, expectedVersion, startsAt, durationMinutes } = input
      const command = { name: 'RESCHEDULE', startsAt, durationMinutes } as const
      return toResult(await performCommand({ id, expectedVersion }, command, context), NAME)
    },
  }),
)
