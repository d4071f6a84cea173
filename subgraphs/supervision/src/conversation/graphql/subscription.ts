import { SEEN_IS_READ, startPosition } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { Conversation, Person as PersonRow } from '../../generated/db/client.ts'
import { readFrom } from '../../live/read-from.ts'
import { subscribeConversation, type SeenEvent } from '../use-cases/subscribe.ts'
import { ConversationChange, ConversationTextPart } from './enums.ts'
import { SupervisionConversation } from './SupervisionConversation.ts'

const ConversationEvent = builder.objectRef<SeenEvent>('ConversationEvent').implement({
  description: 'One change in commit order. Its position is in extensions.cursor.',
  fields: (t) => ({
    change: t.expose('change', { type: ConversationChange }),
    by: t.prismaField({
      type: Person,
      resolve: (query, { byId }) =>
        database.person.findUnique({ ...query, where: { id: byId } }) as Promise<PersonRow>,
    }),
    at: t.expose('at', { type: 'DateTime' }),
    part: t.expose('part', {
      type: ConversationTextPart,
      nullable: true,
      description: 'Which text was written in; null of anything but TEXT_WRITTEN, as are the next two.',
    }),
    update: t.string({
      ...SEEN_IS_READ,
      nullable: true,
      description: 'Base64 of the Yjs update to apply; applied twice it does no harm.',
      resolve: ({ update }) => update && Buffer.from(update).toString('base64'),
    }),
    textSequence: t.exposeInt('sequence', {
      nullable: true,
      description: "The text's sequence after it: one more than before it.",
    }),
    conversation: t.prismaField({
      type: SupervisionConversation,
      description: 'As it stands when the event is told.',
      resolve: async (query, { conversationId: id }, _args, context) => {
        await readFrom(context)
        return (await database.conversation.findUnique({ ...query, where: { id } })) as Conversation
      },
    }),
  }),
})

builder.subscriptionField('conversationChanged', (t) =>
  t.field({
    type: ConversationEvent,
    description:
      "Texts, time and status of one conversation, for its two parties; ends when one's access does. Starts after the eventCursor that the conversation was read at; without one, from now.",
    args: {
      conversationId: t.arg.idOf('Conversation', { required: true }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { conversationId, after }, context) =>
      subscribeConversation({ conversationId, after: after ?? null }, context),
    resolve: (event) => event,
  }),
)
