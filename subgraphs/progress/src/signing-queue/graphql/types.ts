import { today } from '@kompetanse/calendar/day'
import { queueSchema } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleActivity } from '../../directory/visibility.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import * as types from '../../live/graphql/index.ts'
import { queues } from '../../live/queues.ts'
import { signing } from '../persistence/requests.ts'

export const { Tab, TabCounts, connection } = queueSchema(builder, {
  name: 'Signing',
  type: LearningActivity,
  subject: 'activity',
  requests: signing,
  ...{ log: queues, kind: 'SIGNING', types },
  tabOf: (stored) => (stored === 'DONE' ? 'SIGNED' : stored),
  find: (id, query, { actor, now }) =>
    database.learningActivity.findFirst({ ...query, where: { id, ...visibleActivity(actor, today(now)) } }),
})
