import { startPosition } from '@kompetanse/graph'
import type { QueueEvent } from '@kompetanse/live/queue'
import { today } from '@kompetanse/directory/day'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { QueueChange, QueueScope } from '../../live/graphql.ts'
import type { QueueTab } from '../../generated/db/client.ts'
import { queues } from '../../live/queues.ts'
import { approvalCounts } from '../persistence/counts.ts'
import { ApprovalTab, ApprovalTabCounts } from './counts.ts'

const ApprovalQueueEvent = builder.objectRef<QueueEvent<QueueTab>>('ApprovalQueueEvent').implement({
  description: 'One change in commit order. Its position is in extensions.cursor.',
  fields: (t) => ({
    change: t.expose('change', { type: QueueChange }),
    goalId: t.exposeID('subjectId'),
    tab: t.field({
      type: ApprovalTab,
      nullable: true,
      description: 'Where it stands now; both null exactly when LEFT.',
      resolve: ({ tab }) => (tab === 'DONE' ? 'APPROVED' : tab),
    }),
    goal: t.prismaField({
      type: LearningGoal,
      nullable: true,
      resolve: (query, { change, subjectId }, _args, { actor, now }) =>
        change === 'LEFT'
          ? null
          : database.learningGoal.findFirst({
              ...query,
              where: { id: subjectId, AND: visibleGoal(actor, today(now)) },
            }),
    }),
    counts: t.field({
      type: ApprovalTabCounts,
      description: "The actor's counts after this change.",
      resolve: ({ scope }, _args, context) => approvalCounts(scope, context),
    }),
  }),
})

builder.subscriptionField('approvalQueueChanged', (t) =>
  t.field({
    type: ApprovalQueueEvent,
    description: 'Starts after the position that the list was read at; without one, from now.',
    args: {
      scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { scope, after }, context) =>
      queues.subscribe({ kind: 'APPROVAL', scope, after: after ?? null }, context),
    resolve: (event) => event,
  }),
)
