import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { invite } from '../../use-cases/invite.ts'
import { RepeatInput } from '../inputs.ts'
import { makingResult, seriesSuccess, toResult } from '../outcome.ts'
import { cleanTopics, goalIdsOf } from '../topics.ts'

const InviteToConversationInput = builder.inputType('InviteToConversationInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true, description: "The actor's own id, or a mentee's." }),
    startsAt: t.field({ type: 'DateTime', required: true }),
    durationMinutes: t.int({ required: true }),
    place: t.string(),
    topics: t.stringList({ required: true, defaultValue: [] }),
    goalIds: t.idList({ required: true, defaultValue: [] }),
    repeat: t.field({ type: RepeatInput }),
  }),
})

const Result = makingResult('InviteToConversation', seriesSuccess('InviteToConversation'))

builder.mutationField('inviteToConversation', (t) =>
  t.field({
    type: Result,
    description:
      'By either of the two; the other answers. With repeat it makes a series, and conversation is the first.',
    args: { input: t.arg({ type: InviteToConversationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const { place, topics, repeat } = input
      const agenda = {
        goalIds: goalIdsOf(input.goalIds),
        place: cleanText(place),
        topics: cleanTopics(topics),
      }
      const rule = repeat && {
        everyWeeks: repeat.everyWeeks,
        ...{ count: repeat.count ?? null, until: repeat.until ? String(repeat.until) : null },
      }
      return toResult(
        await invite({ ...input, ...agenda, repeat: rule ?? null }, context),
        'InviteToConversation',
      )
    },
  }),
)
