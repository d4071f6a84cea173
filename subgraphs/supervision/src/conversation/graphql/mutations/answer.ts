import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { performCommand } from '../../use-cases/perform-command.ts'
import { conversationResult, seriesSuccess, toResult } from '../outcome.ts'

const AnswerConversationInvitationInput = builder.inputType('AnswerConversationInvitationInput', {
  fields: (t) => ({
    conversationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    accept: t.boolean({ required: true }),
    reason: t.string({ description: 'Of declining.' }),
    wholeSeries: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Answers the later invitations of the same series too.',
    }),
  }),
})

const NAME = 'AnswerConversationInvitation'
const Result = conversationResult(NAME, seriesSuccess(NAME))

builder.mutationField('answerConversationInvitation', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: AnswerConversationInvitationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const { conversationId: id, expectedVersion, accept, reason, wholeSeries } = input
      const command = accept
        ? ({ name: 'ACCEPT' } as const)
        : ({ name: 'DECLINE', reason: cleanText(reason) } as const)
      return toResult(await performCommand({ id, expectedVersion, wholeSeries }, command, context), NAME)
    },
  }),
)
