import { pageOf } from '@kompetanse/graph'
import { noteReadAt, queueConnection } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { QueueScope } from '../../live/graphql.ts'
import { ServicePeriod } from '../../service-period/graphql/ServicePeriod.ts'
import { queues } from '../../live/queues.ts'
import { tabCounts } from '../persistence/counts.ts'
import { inOrder } from '../persistence/order.ts'
import { inScope, inTab } from '../persistence/scope.ts'
import { ServiceTimeTab, ServiceTimeTabCounts } from './counts.ts'
import { ServiceTimeQueueFilter, ServiceTimeQueueOrder } from './inputs.ts'

const Connection = queueConnection(builder, {
  type: ServicePeriod,
  name: 'ServiceTimeQueue',
  counts: ServiceTimeTabCounts,
  load: tabCounts,
})

builder.queryField('serviceTimeQueue', (t) =>
  t.prismaConnection(
    {
      type: ServicePeriod,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description: 'Periods sent to the actor, or to whom the actor stands in for.',
      args: {
        tab: t.arg({ type: ServiceTimeTab, required: true }),
        scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
        filter: t.arg({ type: ServiceTimeQueueFilter }),
        orderBy: t.arg({ type: ServiceTimeQueueOrder }),
      },
      totalCount: (_root, { tab, scope, filter }, context) =>
        database.servicePeriod.count({ where: { AND: [inScope(scope, context), inTab(tab, filter)] } }),
      resolve: async (query, _root, args, context) => {
        const { tab, scope, filter, orderBy } = args
        noteReadAt(args, await queues.cursor())
        return database.servicePeriod.findMany({
          ...query,
          where: { AND: [inScope(scope, context), inTab(tab, filter)] },
          orderBy: inOrder(tab, orderBy),
        })
      },
    },
    ...Connection,
  ),
)
