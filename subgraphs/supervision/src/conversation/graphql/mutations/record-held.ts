import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { recordHeld } from '../../use-cases/invite.ts'
import { makingResult, toResult } from '../outcome.ts'
import { cleanTopics, goalIdsOf } from '../topics.ts'

const RecordHeldConversationInput = builder.inputType('RecordHeldConversationInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true }),
    startsAt: t.field({ type: 'DateTime', required: true }),
    durationMinutes: t.int({ required: true }),
    place: t.string(),
    topics: t.stringList({ required: true, defaultValue: [] }),
    goalIds: t.idList({ required: true, defaultValue: [] }),
  }),
})

const Result = makingResult('RecordHeldConversation')

builder.mutationField('recordHeldConversation', (t) =>
  t.field({
    type: Result,
    description:
      'Writes down a conversation that was held without an invitation, at most a year ago. It is PLANNED at once: it counts when the mentor finalises it.',
    args: { input: t.arg({ type: RecordHeldConversationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const agenda = {
        goalIds: goalIdsOf(input.goalIds),
        place: cleanText(input.place),
        topics: cleanTopics(input.topics),
      }
      return toResult(await recordHeld({ ...input, ...agenda }, context), 'RecordHeldConversation')
    },
  }),
)
