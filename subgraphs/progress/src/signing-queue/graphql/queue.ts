import { asksFor, pageOf } from '@kompetanse/graph'
import { noteReadAt } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { QueueFilter, QueueOrder } from '../../graph/queue-inputs.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { eventCursor, QueueScope } from '../../live/graphql/index.ts'
import { signing } from '../persistence/requests.ts'
import { connection, Tab } from './types.ts'

builder.queryField('signingQueue', (t) =>
  t.prismaConnection(
    {
      type: LearningActivity,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description: 'Activities sent to the actor, or to whom the actor stands in for (F109).',
      args: {
        tab: t.arg({ type: Tab, required: true, description: 'Which tab (F109).' }),
        scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
        filter: t.arg({ type: QueueFilter }),
        orderBy: t.arg({ type: QueueOrder }),
      },
      totalCount: (_root, args, context) => signing.total(args, context),
      resolve: async (query, _root, ...[args, context, info]) => {
        if (asksFor(info, 'eventCursor')) noteReadAt(args, await eventCursor())
        return database.learningActivity.findMany({
          ...query,
          where: signing.where(args, context),
          orderBy: signing.orderBy(args.tab, args.orderBy),
        })
      },
    },
    ...connection,
  ),
)
