import { CONTENT } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { SupervisionConversation } from '../../conversation/graphql/SupervisionConversation.ts'
import { writesReadOf } from '../../reading/persistence/texts-read.ts'
import { readablePreparations, textOf, textsOf } from '../persistence/texts.ts'
import { ConversationText } from './ConversationText.ts'

builder.prismaObjectFields(SupervisionConversation, (t) => ({
  textSequence: t.int({
    description:
      'How many times those of its texts that the actor may read have been written to: the sum of their sequences. Finalising names the one that was read.',
    resolve: ({ id }, _args, context) => writesReadOf(id, context),
  }),
  preparations: t.field({
    ...CONTENT,
    type: [ConversationText],
    description:
      "The actor's own, also before anything is written, and the other's once it is shared or the conversation has begun; the trainee's first (B32).",
    select: textsOf,
    resolve: (row, _args, context) => readablePreparations(row, context),
  }),
  minutes: t.field({
    ...CONTENT,
    type: ConversationText,
    description: 'What was talked about.',
    select: textsOf,
    resolve: (row, _args, context) => textOf(row, 'MINUTES', context),
  }),
  agreements: t.field({
    ...CONTENT,
    type: ConversationText,
    description: 'What was agreed until the next time.',
    select: textsOf,
    resolve: (row, _args, context) => textOf(row, 'AGREEMENTS', context),
  }),
}))
