import { pageOf } from '@kompetanse/graph'
import { today } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { ConversationSummary, SummaryConnection } from '../../conversation/graphql/ConversationSummary.ts'
import {
  ConversationOrder,
  ConversationReportFilter,
  inOrder,
  matchingReport,
} from '../../conversation/graphql/filters.ts'
import { database } from '../../database.ts'
import { followedTrainee } from '../../directory/visibility.ts'

builder.queryField('conversationReport', (t) =>
  t.prismaConnection(
    {
      type: ConversationSummary,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description:
        'Conversations of the trainees whose supervision the actor follows: dates and status, never text (F130).',
      args: {
        filter: t.arg({ type: ConversationReportFilter }),
        orderBy: t.arg({ type: ConversationOrder }),
      },
      totalCount: (_root, { filter }, { actor, now }) => {
        const trainee = followedTrainee(actor, today(now))
        return database.conversation.count({ where: { AND: [{ trainee }, matchingReport(filter)] } })
      },
      resolve: (query, _root, { filter, orderBy }, { actor, now }) => {
        const trainee = followedTrainee(actor, today(now))
        const where = { AND: [{ trainee }, matchingReport(filter)] }
        return database.conversation.findMany({ ...query, where, orderBy: inOrder(orderBy) })
      },
    },
    ...SummaryConnection,
  ),
)
