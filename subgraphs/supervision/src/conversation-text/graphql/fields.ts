import { builder } from '../../builder.ts'
import { SupervisionConversation } from '../../conversation/graphql/SupervisionConversation.ts'
import { textOf, textsOf } from '../texts.ts'
import { ConversationText } from './ConversationText.ts'

builder.prismaObjectFields(SupervisionConversation, (t) => ({
  preparations: t.field({
    type: [ConversationText],
    description: "Both parties', the trainee's first, also before anything is written.",
    select: textsOf,
    resolve: (row, _args, context) =>
      (['TRAINEE_PREPARATION', 'MENTOR_PREPARATION'] as const).map((part) => textOf(row, part, context)),
  }),
  minutes: t.field({
    type: ConversationText,
    select: textsOf,
    resolve: (row, _args, context) => textOf(row, 'MINUTES', context),
  }),
  agreements: t.field({
    type: ConversationText,
    description: 'What was agreed until the next time.',
    select: textsOf,
    resolve: (row, _args, context) => textOf(row, 'AGREEMENTS', context),
  }),
}))
