import { startPosition } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { ConversationChange } from '../../conversation/graphql/enums.ts'
import { SupervisionConversation } from '../../conversation/graphql/SupervisionConversation.ts'
import { ownConversation } from '../../conversation/persistence/party.ts'
import { database } from '../../database.ts'
import { readFrom } from '../../live/read-from.ts'
import { subscribeOwnConversations, type SeenEvent } from '../../conversation/use-cases/subscribe.ts'
import { ConversationTasks } from './ConversationTasks.ts'
import { conversationTasks } from '../persistence/tasks.ts'

const OwnConversationEvent = builder.objectRef<SeenEvent>('OwnConversationEvent').implement({
  description: 'One change in commit order, never what was written. Its position is in extensions.cursor.',
  fields: (t) => ({
    change: t.expose('change', { type: ConversationChange }),
    conversationId: t.exposeID('conversationId'),
    conversation: t.prismaField({
      type: SupervisionConversation,
      nullable: true,
      description: "As it is when the event is sent; null when it is no longer the actor's to see.",
      resolve: async (query, { conversationId: id }, _args, context) => {
        await readFrom(context)
        return database.conversation.findFirst({ ...query, where: { id, ...ownConversation(context.actor) } })
      },
    }),
    tasks: t.field({
      type: ConversationTasks,
      description: 'What waits for the actor after this change.',
      resolve: async (_event, _args, context) => {
        await readFrom(context)
        return conversationTasks(context)
      },
    }),
  }),
})

builder.subscriptionField('ownConversationsChanged', (t) =>
  t.field({
    type: OwnConversationEvent,
    description:
      "Invitations, answers, times, agendas and ends of the actor's own conversations, as trainee or as mentor (B02). Starts after the position that the list was read at; without one, from now.",
    args: { after: t.arg(startPosition) },
    subscribe: (_root, { after }, context) => subscribeOwnConversations(after ?? null, context),
    resolve: (event) => event,
  }),
)
