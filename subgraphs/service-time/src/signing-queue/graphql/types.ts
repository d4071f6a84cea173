import { today } from '@kompetanse/calendar/day'
import { queueSchema } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visiblePeriod } from '../../directory/visibility.ts'
import * as types from '../../live/graphql/index.ts'
import { queues } from '../../live/queues.ts'
import { ServicePeriod } from '../../service-period/graphql/ServicePeriod.ts'
import { signing } from '../persistence/requests.ts'

export const { Tab, TabCounts, connection } = queueSchema(builder, {
  name: 'ServiceTime',
  type: ServicePeriod,
  subject: 'servicePeriod',
  requests: signing,
  ...{ log: queues, kind: 'SERVICE_TIME', types },
  tabOf: (stored) => stored,
  find: (id, query, { actor, now }) =>
    database.servicePeriod.findFirst({ ...query, where: { id, ...visiblePeriod(actor, today(now)) } }),
})
