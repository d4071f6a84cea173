import { pageOf } from '@kompetanse/graph'
/** What this subgraph adds to a trainee: the plans and how far they have come. */
import { visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { ProgressCount } from '../../progress-count/graphql/ProgressCount.ts'
import { trainingProgress, type TrainingProgress as Progress } from '../persistence/training-progress.ts'
import { AssignedPlanConnection } from './AssignedPlan.ts'
import { AssignedPlanStatus } from './enums.ts'

const TrainingProgress = builder.objectRef<Progress>('TrainingProgress').implement({
  description: 'How far a trainee has come in all active plans.',
  fields: (t) => ({
    goals: t.field({ type: ProgressCount, resolve: ({ goals }) => goals }),
    activities: t.field({ type: ProgressCount, resolve: ({ activities }) => activities }),
    goalsWaiting: t.exposeInt('goalsWaiting', { description: 'How many goals wait for a decision.' }),
    activitiesWaiting: t.exposeInt('activitiesWaiting', {
      description: 'How many activities wait for a signature.',
    }),
  }),
})

builder.prismaObjectFields(Trainee, (t) => ({
  assignedPlans: t.relatedConnection(
    'assignedPlans',
    {
      cursor: 'id',
      nullable: true,
      totalCount: true,
      ...pageOf(20),
      description: 'In the order in which they were assigned; none to who may not see the trainee.',
      args: {
        status: t.arg({
          type: [AssignedPlanStatus],
          description: 'In one of these states; in any when it is left out.',
        }),
      },
      // A trainee is also reached from a row that somebody else was sent; the plans are not theirs to see.
      query: ({ status }, { actor, now }) => ({
        where: { trainee: visibleTrainee(actor, today(now)), ...(status && { status: { in: status } }) },
        orderBy: [{ assignedAt: 'asc' as const }, { id: 'asc' as const }],
      }),
    },
    ...AssignedPlanConnection,
  ),
  trainingProgress: t.field({
    type: TrainingProgress,
    nullable: true,
    description: 'Over all active plans; null to who may not see the trainee.',
    resolve: async ({ id }, _args, context) => (await trainingProgress(id, context)) ?? null,
  }),
}))
