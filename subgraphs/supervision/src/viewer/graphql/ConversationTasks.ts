import { builder } from '../../builder.ts'
import { SupervisionConversation } from '../../conversation/graphql/SupervisionConversation.ts'
import { ownConversation } from '../../conversation/persistence/party.ts'
import { database } from '../../database.ts'
import { readFrom } from '../../live/read-from.ts'
import type { ConversationTaskCounts } from '../persistence/tasks.ts'

export const ConversationTasks = builder.objectRef<ConversationTaskCounts>('ConversationTasks').implement({
  description: "What waits for the actor in the actor's own conversations.",
  fields: (t) => ({
    invitationsToAnswer: t.exposeInt('invitationsToAnswer', {
      description: 'How many times the other one has proposed wait for the actor’s answer.',
    }),
    toPrepare: t.exposeInt('toPrepare', {
      description: 'Within 14 days, without a word of preparation from the actor.',
    }),
    toFinalise: t.exposeInt('toFinalise', {
      description: 'Begun, and not yet finalised by the actor as mentor.',
    }),
    next: t.prismaField({
      type: SupervisionConversation,
      nullable: true,
      description: 'The actor’s next conversation that is INVITED or PLANNED; null when there is none.',
      resolve: (query, { nextId }, _args, { actor }) =>
        nextId === null
          ? null
          : database.conversation.findFirst({ ...query, where: { id: nextId, ...ownConversation(actor) } }),
    }),
    eventCursor: t.field({
      type: 'EventCursor',
      description: 'From where ownConversationsChanged misses nothing that is not counted here.',
      resolve: (_tasks, _args, context) => readFrom(context),
    }),
  }),
})
