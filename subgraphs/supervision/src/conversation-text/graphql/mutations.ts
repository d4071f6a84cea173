import { CONTENT } from '@kompetanse/graph'
import { builder, NotFound } from '../../builder.ts'
import { conversationById } from '../../conversation/graphql/conversation-by-id.ts'
import { live } from '../../conversation/graphql/mutation.ts'
import { ConversationRefused } from '../../conversation/graphql/refusals.ts'
import { mutation } from '../../graph/mutation.ts'
import { sharingCommands, writingCommands } from '../use-cases/commands.ts'
import { ConversationText } from './ConversationText.ts'

const WritableConversationText = builder.enumType('WritableConversationText', {
  description: 'Which text is written in.',
  values: {
    MINUTES: {},
    AGREEMENTS: {},
    PREPARATION: { description: "The actor's own." },
  } as const,
})

mutation({
  name: 'WriteConversationText',
  description:
    'Merges what was written into the shared text, by either of the two while the conversation is open (F010, F018, F047, F048). Two who write at once lose nothing, so no version is asked for.',
  input: (t) => ({
    conversationId: t.idOf('Conversation', {
      required: true,
      description: 'Which conversation; NotFound to who is not one of the two.',
    }),
    part: t.field({ type: WritableConversationText, required: true, description: 'Which text.' }),
    update: t.string({
      extensions: { text: 'bytes' },
      required: true,
      description:
        'Base64 of a Yjs update (version 1) that follows on a state the server has given, TEXT_INVALID else; sent again it does no harm.',
    }),
  }),
  refusals: [ConversationRefused, NotFound],
  perform: ({ conversationId: id, part, update }, context) => {
    const command = { part, update: Buffer.from(update, 'base64') }
    return live(writingCommands.perform)({ id, expectedVersion: null, command }, context)
  },
  success: (t) => ({
    text: t.field({
      ...CONTENT,
      type: ConversationText,
      description: 'As it is after both have been merged.',
      resolve: ({ text }) => text,
    }),
    conversation: conversationById(t),
  }),
})

mutation({
  name: 'SharePreparation',
  description:
    "Lets the other read the actor's preparation before the conversation begins; PREPARATION_MISSING of an empty one. It is never taken back (B32).",
  input: (t) => ({
    conversationId: t.idOf('Conversation', {
      required: true,
      description: 'Which conversation; NotFound to who is not one of the two.',
    }),
  }),
  refusals: [ConversationRefused, NotFound],
  perform: ({ conversationId: id }, context) => {
    const command = { part: 'PREPARATION' } as const
    return live(sharingCommands.perform)({ id, expectedVersion: null, command }, context)
  },
  success: (t) => ({ conversation: conversationById(t) }),
})
