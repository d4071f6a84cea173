import { ApprovalTabCounts } from '../../approval-queue/graphql/counts.ts'
import { approvalCounts } from '../../approval-queue/persistence/counts.ts'
import { builder } from '../../builder.ts'
import { SigningTabCounts } from '../../signing-queue/graphql/counts.ts'
import { signingCounts } from '../../signing-queue/persistence/counts.ts'
import type { OwnTasks } from '../tasks.ts'

/** `cursor` was read before the counts are. */
export interface Tasks extends OwnTasks {
  readonly cursor: string
}

export const TrainingTasks = builder.objectRef<Tasks>('TrainingTasks').implement({
  description: 'My tasks.',
  fields: (t) => ({
    signing: t.field({
      type: SigningTabCounts,
      resolve: (_tasks, _args, context) => signingCounts('MINE', context),
    }),
    signingCursor: t.field({
      type: 'EventCursor',
      description: 'Where signingQueueChanged starts, so that the counts stay live from here.',
      resolve: ({ cursor }) => cursor,
    }),
    approval: t.field({
      type: ApprovalTabCounts,
      resolve: (_tasks, _args, context) => approvalCounts('MINE', context),
    }),
    approvalCursor: t.field({ type: 'EventCursor', resolve: ({ cursor }) => cursor }),
    ownActivitiesRejected: t.exposeInt('ownActivitiesRejected'),
    ownGoalsRejected: t.exposeInt('ownGoalsRejected'),
    oldestWaitDays: t.exposeInt('oldestWaitDays'),
  }),
})
