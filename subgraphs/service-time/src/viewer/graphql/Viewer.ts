import { addViewer } from '@kompetanse/directory'
import { builder } from '../../builder.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import { TabCounts } from '../../signing-queue/graphql/types.ts'
import { signing } from '../../signing-queue/persistence/requests.ts'
import { tasksOf, type Tasks } from '../persistence/tasks.ts'

const ServiceTimeTasks = builder.objectRef<Tasks>('ServiceTimeTasks').implement({
  description: 'What waits for the actor in service time.',
  fields: (t) => ({
    queue: t.field({
      type: TabCounts,
      description: 'Of the actor’s own queue.',
      resolve: (_tasks, _args, context) => signing.counts('MINE', context),
    }),
    eventCursor: t.field({
      type: 'EventCursor',
      description: 'Where serviceTimeQueueChanged starts, so that the counts stay live from here.',
      resolve: ({ cursor }) => cursor,
    }),
    ownPeriodsRejected: t.exposeInt('ownPeriodsRejected', {
      description: 'How many of the actor’s own periods are rejected.',
    }),
    oldestWaitDays: t.exposeInt('oldestWaitDays', {
      description: 'Of what waits for the actor; 0 when nothing does.',
    }),
  }),
})

const Viewer = addViewer(builder, { type: Trainee, find: visibleTrainees })

builder.objectFields(Viewer, (t) => ({
  serviceTimeTasks: t.field({
    type: ServiceTimeTasks,
    nullable: true,
    description: 'What waits for the actor in service time; null when service time is away.',
    resolve: (_viewer, _args, context) => tasksOf(context),
  }),
}))
