import { asksFor, pageOf } from '@kompetanse/graph'
import { noteReadAt } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { QueueScope } from '../../live/graphql/index.ts'
import { queues } from '../../live/queues.ts'
import { ServicePeriod } from '../../service-period/graphql/ServicePeriod.ts'
import { signing } from '../persistence/requests.ts'
import { ServiceTimeQueueFilter, ServiceTimeQueueOrder } from './inputs.ts'
import { connection, Tab } from './types.ts'

builder.queryField('serviceTimeQueue', (t) =>
  t.prismaConnection(
    {
      type: ServicePeriod,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description: 'Periods sent to the actor, or to whom the actor stands in for (F135).',
      args: {
        tab: t.arg({ type: Tab, required: true, description: 'Which tab (F135).' }),
        scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
        filter: t.arg({ type: ServiceTimeQueueFilter }),
        orderBy: t.arg({ type: ServiceTimeQueueOrder }),
      },
      totalCount: (_root, args, context) => signing.total(args, context),
      resolve: async (query, _root, ...[args, context, info]) => {
        if (asksFor(info, 'eventCursor')) noteReadAt(args, await queues.cursor())
        return database.servicePeriod.findMany({
          ...query,
          where: signing.where(args, context),
          orderBy: signing.orderBy(args.tab, args.orderBy),
        })
      },
    },
    ...connection,
  ),
)
