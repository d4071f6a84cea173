import { builder } from '../builder.ts'
import { SupervisionConversation } from '../conversation/graphql/SupervisionConversation.ts'
import { ownConversation } from '../conversation/persistence/party.ts'
import { database } from '../database.ts'
import { followedTrainees, Trainee } from '../directory/graphql/Trainee.ts'
import { readFrom } from '../live/read-from.ts'
import { conversationTasks, type ConversationTaskCounts } from './tasks.ts'

const ConversationTasks = builder.objectRef<ConversationTaskCounts>('ConversationTasks').implement({
  description: "What waits for the actor in the actor's own conversations.",
  fields: (t) => ({
    invitationsToAnswer: t.exposeInt('invitationsToAnswer'),
    toPrepare: t.exposeInt('toPrepare', {
      description: 'Within 14 days, without a word of preparation from the actor.',
    }),
    toFinalise: t.exposeInt('toFinalise', {
      description: 'Begun, and not yet finalised by the actor as mentor.',
    }),
    next: t.prismaField({
      type: SupervisionConversation,
      nullable: true,
      resolve: (query, { nextId }, _args, { actor }) =>
        nextId === null
          ? null
          : database.conversation.findFirst({ ...query, where: { id: nextId, ...ownConversation(actor) } }),
    }),
  }),
})

const Viewer = builder.objectRef<{ readonly personId: string }>('Viewer').implement({
  description: "The signed-in person, each subgraph's part of it.",
  directives: { key: { fields: 'personId', resolvable: false } },
  fields: (t) => ({
    personId: t.exposeID('personId', { inaccessible: true }),
    trainee: t.field({
      type: Trainee,
      nullable: true,
      shareable: true,
      resolve: async ({ personId }, _args, context) => (await followedTrainees(personId, context)) ?? null,
    }),
    conversationTasks: t.field({
      type: ConversationTasks,
      nullable: true,
      resolve: async (_viewer, _args, context) => {
        await readFrom(context)
        return conversationTasks(context)
      },
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    shareable: true,
    description:
      "The signed-in person. Every subgraph answers its part from the actor token, so a page's parts load side by side. Null only when none of those asked could answer: then what stands beside it in the query is not lost.",
    resolve: (_root, _args, { actor }) => ({ personId: actor.personId }),
  }),
)
