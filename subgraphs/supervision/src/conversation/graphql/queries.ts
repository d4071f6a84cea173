import { pageOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { readFrom } from '../../live/read-from.ts'
import { ownConversation } from '../persistence/party.ts'
import { ConversationFilter, ConversationOrder, inOrder, matching } from './filters.ts'
import { ConversationConnection, SupervisionConversation } from './SupervisionConversation.ts'

builder.queryField('supervisionConversation', (t) =>
  t.prismaField({
    type: SupervisionConversation,
    nullable: true,
    description: 'For the two parties only (F019).',
    args: { id: t.arg.idOf('Conversation', { required: true, description: 'Of the conversation.' }) },
    resolve: async (query, _root, { id }, context) => {
      await readFrom(context)
      return database.conversation.findFirst({ ...query, where: { id, ...ownConversation(context.actor) } })
    },
  }),
)

builder.queryField('supervisionConversations', (t) =>
  t.prismaConnection(
    {
      type: SupervisionConversation,
      cursor: 'id',
      nullable: true,
      ...pageOf(50),
      description:
        'Own conversations, as trainee or as mentor, of one or all mentees; newest first (F039, F043).',
      args: {
        filter: t.arg({ type: ConversationFilter }),
        orderBy: t.arg({ type: ConversationOrder }),
      },
      totalCount: (_root, { filter }, { actor }) =>
        database.conversation.count({ where: { AND: [ownConversation(actor), matching(filter)] } }),
      resolve: async (query, _root, { filter, orderBy }, context) => {
        await readFrom(context)
        return database.conversation.findMany({
          ...query,
          where: { AND: [ownConversation(context.actor), matching(filter)] },
          orderBy: inOrder(orderBy),
        })
      },
    },
    ...ConversationConnection,
  ),
)
