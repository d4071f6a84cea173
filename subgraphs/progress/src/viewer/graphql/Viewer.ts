import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import { eventCursor } from '../../live/graphql.ts'
import { ownTasks } from '../tasks.ts'
import { TrainingTasks } from './TrainingTasks.ts'

const Viewer = builder.objectRef<{ readonly personId: Id<'Person'> }>('Viewer').implement({
  description: "The signed-in person, each subgraph's part of it.",
  directives: { key: { fields: 'personId', resolvable: false } },
  fields: (t) => ({
    personId: t.exposeID('personId', { inaccessible: true }),
    trainee: t.field({
      type: Trainee,
      nullable: true,
      shareable: true,
      resolve: async ({ personId }, _args, context) => (await visibleTrainees(personId, context)) ?? null,
    }),
    trainingTasks: t.field({
      type: TrainingTasks,
      nullable: true,
      resolve: async (_viewer, _args, context) => {
        const cursor = await eventCursor()
        return { cursor, ...(await ownTasks(context)) }
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
