import { asksFor, pageOf } from '@kompetanse/graph'
import { noteReadAt, queueConnection } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { narrows, QueueFilter, QueueOrder } from '../../graph/queue-inputs.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { eventCursor, QueueScope } from '../../live/graphql.ts'
import { approvalCounts, approvalTotal } from '../persistence/counts.ts'
import { inOrder } from '../persistence/order.ts'
import { inScope, inTab } from '../persistence/scope.ts'
import { ApprovalTab, ApprovalTabCounts } from './counts.ts'

const ApprovalQueueConnection = queueConnection(builder, {
  type: LearningGoal,
  name: 'ApprovalQueue',
  counts: ApprovalTabCounts,
  load: approvalCounts,
})

builder.queryField('approvalQueue', (t) =>
  t.prismaConnection(
    {
      type: LearningGoal,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description: "A leader sees all of the unit's requests, delegated or not.",
      args: {
        tab: t.arg({ type: ApprovalTab, required: true }),
        scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
        filter: t.arg({ type: QueueFilter }),
        orderBy: t.arg({ type: QueueOrder }),
      },
      totalCount: (_root, { tab, scope, filter }, context) =>
        narrows(filter)
          ? database.learningGoal.count({ where: { AND: [inScope(scope, context), inTab(tab, filter)] } })
          : approvalTotal(tab, scope, context),
      resolve: async (query, _root, ...[args, context, info]) => {
        const { tab, scope, filter, orderBy } = args
        if (asksFor(info, 'eventCursor')) noteReadAt(args, await eventCursor())
        return database.learningGoal.findMany({
          ...query,
          where: { AND: [inScope(scope, context), inTab(tab, filter)] },
          orderBy: inOrder(tab, orderBy),
        })
      },
    },
    ...ApprovalQueueConnection,
  ),
)
