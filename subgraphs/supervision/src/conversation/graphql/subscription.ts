import { SEEN_IS_READ, startPosition } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { readFrom } from '../../live/read-from.ts'
import { subscribeConversation, type SeenEvent } from '../use-cases/subscribe.ts'
import { ConversationChange, ConversationTextPart } from './enums.ts'
import { SupervisionConversation } from './SupervisionConversation.ts'

interface Written {
  readonly part: typeof ConversationTextPart.$inferType
  readonly update: Uint8Array
  readonly sequence: number
}

const WrittenText = builder.objectRef<Written>('WrittenConversationText').implement({
  description: 'A change of one of the texts, by either of the two.',
  fields: (t) => ({
    part: t.expose('part', { type: ConversationTextPart, description: 'Which text was written in.' }),
    update: t.string({
      ...SEEN_IS_READ,
      description: 'Base64 of the Yjs update to apply; applied twice it does no harm.',
      resolve: ({ update }) => Buffer.from(update).toString('base64'),
    }),
    sequence: t.exposeInt('sequence', {
      description: "The text's sequence after it: one more than before it.",
    }),
  }),
})

const writtenOf = ({ part, update, sequence }: SeenEvent): Written | null =>
  part && update && sequence !== null ? { part, update, sequence } : null

const ConversationEvent = builder.objectRef<SeenEvent>('ConversationEvent').implement({
  description: 'One change in commit order. Its position is in extensions.cursor.',
  fields: (t) => ({
    change: t.expose('change', { type: ConversationChange }),
    by: t.prismaField({
      type: Person,
      resolve: (query, { byId }) => database.person.findUniqueOrThrow({ ...query, where: { id: byId } }),
    }),
    at: t.expose('at', { type: 'DateTime' }),
    written: t.field({
      type: WrittenText,
      nullable: true,
      description: 'What was written, of TEXT_WRITTEN alone.',
      resolve: writtenOf,
    }),
    conversation: t.prismaField({
      type: SupervisionConversation,
      description: 'As it is when the event is sent.',
      resolve: async (query, { conversationId: id }, _args, context) => {
        await readFrom(context)
        return database.conversation.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
  }),
})

builder.subscriptionField('conversationChanged', (t) =>
  t.field({
    type: ConversationEvent,
    description:
      "Texts, time and status of one conversation, for its two parties; ends when one's access does (B02). Starts after the eventCursor that the conversation was read at; without one, from now.",
    args: {
      conversationId: t.arg.idOf('Conversation', { required: true, description: 'Which conversation.' }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { conversationId, after }, context) =>
      subscribeConversation({ conversationId, after: after ?? null }, context),
    resolve: (event) => event,
  }),
)
