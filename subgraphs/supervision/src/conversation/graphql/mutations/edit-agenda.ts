import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { performCommand } from '../../use-cases/perform-command.ts'
import { conversationResult, toResult } from '../outcome.ts'
import { cleanTopics, goalIdsOf } from '../topics.ts'

const EditConversationAgendaInput = builder.inputType('EditConversationAgendaInput', {
  description: 'As a whole: what is left out is gone.',
  fields: (t) => ({
    conversationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    place: t.string(),
    topics: t.stringList({ required: true }),
    goalIds: t.idList({ required: true, description: 'Goals that stay keep their assessment.' }),
  }),
})

const NAME = 'EditConversationAgenda'
const Result = conversationResult(NAME)

builder.mutationField('editConversationAgenda', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: EditConversationAgendaInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const { conversationId: id, expectedVersion, place, topics, goalIds } = input
      const agenda = { place: cleanText(place), topics: cleanTopics(topics), goalIds: goalIdsOf(goalIds) }
      const command = { name: 'EDIT_AGENDA', ...agenda } as const
      return toResult(await performCommand({ id, expectedVersion }, command, context), NAME)
    },
  }),
)
