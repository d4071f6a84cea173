import { CONTENT } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { conversationResult, type Done, toResult } from '../../conversation/graphql/outcome.ts'
import { SupervisionConversation } from '../../conversation/graphql/SupervisionConversation.ts'
import { database } from '../../database.ts'
import type { Conversation } from '../../generated/db/client.ts'
import { readFrom } from '../../live/read-from.ts'
import type { Text } from '../text.ts'
import { writeText } from '../use-cases/write-text.ts'
import { ConversationText } from './ConversationText.ts'

const WritableConversationText = builder.enumType('WritableConversationText', {
  values: {
    MINUTES: {},
    AGREEMENTS: {},
    PREPARATION: { description: "The actor's own." },
  } as const,
})

const WriteConversationTextInput = builder.inputType('WriteConversationTextInput', {
  fields: (t) => ({
    conversationId: t.id({ required: true }),
    part: t.field({ type: WritableConversationText, required: true }),
    update: t.string({
      extensions: { text: 'bytes' },
      required: true,
      description:
        'Base64 of a Yjs update (version 1) that follows on a state the server has given; sent again it does no harm.',
    }),
  }),
})

const NAME = 'WriteConversationText'

interface Merged extends Done {
  readonly text: Text
}

const Success = builder.objectRef<Merged>(`${NAME}Success`).implement({
  fields: (t) => ({
    text: t.field({
      ...CONTENT,
      type: ConversationText,
      description: 'As it stands after both have been merged.',
      resolve: ({ text }) => text,
    }),
    conversation: t.prismaField({
      type: SupervisionConversation,
      resolve: (query, { id }) =>
        database.conversation.findUnique({ ...query, where: { id } }) as Promise<Conversation>,
    }),
  }),
})

const Result = conversationResult(NAME, Success as never)

builder.mutationField('writeConversationText', (t) =>
  t.field({
    type: Result,
    description:
      'Merges what was written into the shared text. Two who write at once lose nothing, so no version is asked for.',
    args: { input: t.arg({ type: WriteConversationTextInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      return toResult(await writeText(input, context), NAME)
    },
  }),
)
