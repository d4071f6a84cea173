import { TabCounts as ApprovalTabCounts } from '../../approval-queue/graphql/types.ts'
import { approval } from '../../approval-queue/persistence/requests.ts'
import { builder } from '../../builder.ts'
import { TabCounts as SigningTabCounts } from '../../signing-queue/graphql/types.ts'
import { signing } from '../../signing-queue/persistence/requests.ts'
import type { OwnTasks } from '../persistence/tasks.ts'

/** `cursor` was read before the counts are. */
export interface Tasks extends OwnTasks {
  readonly cursor: string
}

export const TrainingTasks = builder.objectRef<Tasks>('TrainingTasks').implement({
  description: 'My tasks.',
  fields: (t) => ({
    signing: t.field({
      type: SigningTabCounts,
      description: 'Of the actor’s own signing queue.',
      resolve: (_tasks, _args, context) => signing.counts('MINE', context),
    }),
    signingCursor: t.field({
      type: 'EventCursor',
      description: 'Where signingQueueChanged starts, so that the counts stay live from here.',
      resolve: ({ cursor }) => cursor,
    }),
    approval: t.field({
      type: ApprovalTabCounts,
      description: 'Of the actor’s own approval queue.',
      resolve: (_tasks, _args, context) => approval.counts('MINE', context),
    }),
    approvalCursor: t.field({
      type: 'EventCursor',
      description: 'Where approvalQueueChanged starts, so that the counts stay live from here.',
      resolve: ({ cursor }) => cursor,
    }),
    ownActivitiesRejected: t.exposeInt('ownActivitiesRejected', {
      description: 'How many of the actor’s own activities are rejected, in active plans.',
    }),
    ownGoalsRejected: t.exposeInt('ownGoalsRejected', {
      description: 'How many of the actor’s own goals are rejected, in active plans.',
    }),
    oldestWaitDays: t.exposeInt('oldestWaitDays', {
      description: 'Days that the oldest of what waits for the actor has waited; 0 when nothing does.',
    }),
  }),
})
