import { daysBetween } from '@kompetanse/calendar/day'
import { builder, counted } from '../../builder.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { ProgressCount } from '../../progress-count/graphql/ProgressCount.ts'
import type { OverviewRow } from '../persistence/overview.ts'

const TraineeOverviewRow = builder.objectRef<OverviewRow>('TraineeOverviewRow').implement({
  description: 'One row, all of it from one query.',
  fields: (t) => ({
    trainee: t.field({ type: Trainee, resolve: (row) => row }),
    goals: t.field({
      type: ProgressCount,
      resolve: ({ goals, goalsDone }) => ({ done: goalsDone, total: goals }),
    }),
    activities: t.field({
      type: ProgressCount,
      resolve: ({ activities, activitiesDone }) => ({ done: activitiesDone, total: activities }),
    }),
    goalsWaiting: t.exposeInt('goalsWaiting', { description: 'How many goals wait for a decision.' }),
    activitiesWaiting: t.exposeInt('activitiesWaiting', {
      description: 'How many activities wait for a signature.',
    }),
    longestWaitDays: t.int({
      description: 'Days that the oldest of what waits has waited; 0 when nothing does.',
      resolve: ({ waitingSince }, _args, { now }) => (waitingSince ? daysBetween(waitingSince, now) : 0),
    }),
  }),
})

export const TraineeOverviewConnection = counted(TraineeOverviewRow, 'TraineeOverview')
export { TraineeOverviewRow }
