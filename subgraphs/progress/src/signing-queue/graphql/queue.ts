import { asksFor, pageOf } from '@kompetanse/graph'
import { noteReadAt, queueConnection } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { narrows, QueueFilter, QueueOrder } from '../../graph/queue-inputs.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { eventCursor, QueueScope } from '../../live/graphql.ts'
import { inOrder } from '../persistence/order.ts'
import { inScope, inTab } from '../persistence/scope.ts'
import { signingCounts, signingTotal } from '../persistence/counts.ts'
import { SigningTab, SigningTabCounts } from './counts.ts'

const SigningQueueConnection = queueConnection(builder, {
  type: LearningActivity,
  name: 'SigningQueue',
  counts: SigningTabCounts,
  load: signingCounts,
})

builder.queryField('signingQueue', (t) =>
  t.prismaConnection(
    {
      type: LearningActivity,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description: 'Activities sent to the actor, or to whom the actor stands in for.',
      args: {
        tab: t.arg({ type: SigningTab, required: true }),
        scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
        filter: t.arg({ type: QueueFilter }),
        orderBy: t.arg({ type: QueueOrder }),
      },
      totalCount: (_root, { tab, scope, filter }, context) =>
        narrows(filter)
          ? database.learningActivity.count({ where: { AND: [inScope(scope, context), inTab(tab, filter)] } })
          : signingTotal(tab, scope, context),
      resolve: async (query, _root, ...[args, context, info]) => {
        const { tab, scope, filter, orderBy } = args
        if (asksFor(info, 'eventCursor')) noteReadAt(args, await eventCursor())
        return database.learningActivity.findMany({
          ...query,
          where: { AND: [inScope(scope, context), inTab(tab, filter)] },
          orderBy: inOrder(tab, orderBy),
        })
      },
    },
    ...SigningQueueConnection,
  ),
)
