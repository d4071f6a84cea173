import { builder } from '../../builder.ts'
import { conversationResult, toResult } from '../../conversation/graphql/outcome.ts'
import { readFrom } from '../../live/read-from.ts'
import { sharePreparation } from '../use-cases/share-preparation.ts'

const NAME = 'SharePreparation'

const Input = builder.inputType(`${NAME}Input`, {
  fields: (t) => ({ conversationId: t.id({ required: true }) }),
})

builder.mutationField('sharePreparation', (t) =>
  t.field({
    type: conversationResult(NAME),
    description:
      "Lets the other read the actor's preparation before the conversation begins. It is never taken back.",
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      return toResult(await sharePreparation(input.conversationId, context), NAME)
    },
  }),
)
