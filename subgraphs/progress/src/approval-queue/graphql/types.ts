import { today } from '@kompetanse/calendar/day'
import { queueSchema } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import * as types from '../../live/graphql/index.ts'
import { queues } from '../../live/queues.ts'
import { approval } from '../persistence/requests.ts'

export const { Tab, TabCounts, connection } = queueSchema(builder, {
  name: 'Approval',
  type: LearningGoal,
  subject: 'goal',
  requests: approval,
  ...{ log: queues, kind: 'APPROVAL', types },
  tabOf: (stored) => (stored === 'DONE' ? 'APPROVED' : stored),
  find: (id, query, { actor, now }) =>
    database.learningGoal.findFirst({ ...query, where: { id, AND: visibleGoal(actor, today(now)) } }),
})
