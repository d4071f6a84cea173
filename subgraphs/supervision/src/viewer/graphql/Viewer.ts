import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { followedTrainees, Trainee } from '../../directory/graphql/Trainee.ts'
import { readFrom } from '../../live/read-from.ts'
import { administeredScopes } from '../../template/domain/template.ts'
import { ConversationTemplateScope } from '../../template/graphql/ConversationTemplate.ts'
import { ConversationTasks } from './ConversationTasks.ts'
import { conversationTasks } from '../persistence/tasks.ts'

const Viewer = builder.objectRef<{ readonly personId: Id<'Person'> }>('Viewer').implement({
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
    conversationTemplateScopes: t.field({
      type: [ConversationTemplateScope],
      nullable: { list: true, items: false },
      description: 'For whom the actor may add conversation templates; empty for most.',
      resolve: (_viewer, _args, { actor }) => [...administeredScopes(actor.grants)],
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
