import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import { TabCounts } from '../../signing-queue/graphql/types.ts'
import { signing } from '../../signing-queue/persistence/requests.ts'
import { tasksOf, type Tasks } from '../persistence/tasks.ts'

const ServiceTimeTasks = builder.objectRef<Tasks>('ServiceTimeTasks').implement({
  fields: (t) => ({
    queue: t.field({
      type: TabCounts,
      resolve: (_tasks, _args, context) => signing.counts('MINE', context),
    }),
    eventCursor: t.field({
      type: 'EventCursor',
      description: 'Where serviceTimeQueueChanged starts, so that the counts stay live from here.',
      resolve: ({ cursor }) => cursor,
    }),
    ownPeriodsRejected: t.exposeInt('ownPeriodsRejected'),
    oldestWaitDays: t.exposeInt('oldestWaitDays', {
      description: 'Of what waits for the actor; 0 when nothing does.',
    }),
  }),
})

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
    serviceTimeTasks: t.field({
      type: ServiceTimeTasks,
      nullable: true,
      resolve: (_viewer, _args, context) => tasksOf(context),
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
