import { TabCounts as ApprovalTabCounts } from '../../approval-queue/graphql/types.ts'
import { approval } from '../../approval-queue/persistence/requests.ts'
import { builder } from '../../builder.ts'
import { TabCounts as SigningTabCounts } from '../../signing-queue/graphql/types.ts'
import { signing } from '../../signing-queue/persistence/requests.ts'
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
      resolve: (_tasks, _args, context) => signing.counts('MINE', context),
    }),
    signingCursor: t.field({
      type: 'EventCursor',
      description: 'Where signingQueueChanged starts, so that the counts stay live from here.',
      resolve: ({ cursor }) => cursor,
    }),
    approval: t.field({
      type: ApprovalTabCounts,
      resolve: (_tasks, _args, context) => approval.counts('MINE', context),
    }),
    approvalCursor: t.field({ type: 'EventCursor', resolve: ({ cursor }) => cursor }),
    ownActivitiesRejected: t.exposeInt('ownActivitiesRejected'),
    ownGoalsRejected: t.exposeInt('ownGoalsRejected'),
    oldestWaitDays: t.exposeInt('oldestWaitDays'),
  }),
})
