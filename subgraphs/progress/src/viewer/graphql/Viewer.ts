import { addViewer } from '@kompetanse/directory'
import { builder } from '../../builder.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import { eventCursor } from '../../live/graphql/index.ts'
import { ownTasks } from '../persistence/tasks.ts'
import { TrainingTasks } from './TrainingTasks.ts'

const Viewer = addViewer(builder, { type: Trainee, find: visibleTrainees })

builder.objectFields(Viewer, (t) => ({
  trainingTasks: t.field({
    type: TrainingTasks,
    nullable: true,
    description: 'What waits for the actor in plans; null when progress is away.',
    resolve: async (_viewer, _args, context) => {
      const cursor = await eventCursor()
      return { cursor, ...(await ownTasks(context)) }
    },
  }),
}))
