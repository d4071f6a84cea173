import { asksFor, pageOf } from '@kompetanse/graph'
import { noteReadAt } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { QueueFilter, QueueOrder } from '../../graph/queue-inputs.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { eventCursor, QueueScope } from '../../live/graphql/index.ts'
import { approval } from '../persistence/requests.ts'
import { connection, Tab } from './types.ts'

builder.queryField('approvalQueue', (t) =>
  t.prismaConnection(
    {
      type: LearningGoal,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description: "A leader sees all of the unit's requests, delegated or not (F095, F114).",
      args: {
        tab: t.arg({ type: Tab, required: true, description: 'Which tab (F114).' }),
        scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
        filter: t.arg({ type: QueueFilter }),
        orderBy: t.arg({ type: QueueOrder }),
      },
      totalCount: (_root, args, context) => approval.total(args, context),
      resolve: async (query, _root, ...[args, context, info]) => {
        if (asksFor(info, 'eventCursor')) noteReadAt(args, await eventCursor())
        return database.learningGoal.findMany({
          ...query,
          where: approval.where(args, context),
          orderBy: approval.orderBy(args.tab, args.orderBy),
        })
      },
    },
    ...connection,
  ),
)
