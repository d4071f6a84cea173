import { startPosition } from '@kompetanse/graph'
import { today } from '@kompetanse/directory/day'
import type { QueueEvent } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visiblePeriod } from '../../directory/visibility.ts'
import type { QueueTab } from '../../generated/db/client.ts'
import { QueueChange, QueueScope } from '../../live/graphql.ts'
import { ServicePeriod } from '../../service-period/graphql/ServicePeriod.ts'
import { queues } from '../../live/queues.ts'
import { tabCounts } from '../persistence/counts.ts'
import { ServiceTimeTab, ServiceTimeTabCounts } from './counts.ts'

const ServiceTimeQueueEvent = builder.objectRef<QueueEvent<QueueTab>>('ServiceTimeQueueEvent').implement({
  description: 'One change in commit order. Its position is in extensions.cursor.',
  fields: (t) => ({
    change: t.expose('change', { type: QueueChange }),
    servicePeriodId: t.exposeID('subjectId'),
    tab: t.expose('tab', {
      type: ServiceTimeTab,
      nullable: true,
      description: 'Where it stands now; both null exactly when LEFT.',
    }),
    servicePeriod: t.prismaField({
      type: ServicePeriod,
      nullable: true,
      resolve: (query, { change, subjectId }, _args, { actor, now }) =>
        change === 'LEFT'
          ? null
          : database.servicePeriod.findFirst({
              ...query,
              where: { id: subjectId, ...visiblePeriod(actor, today(now)) },
            }),
    }),
    counts: t.field({
      type: ServiceTimeTabCounts,
      description: "The actor's counts after this change.",
      resolve: ({ scope }, _args, context) => tabCounts(scope, context),
    }),
  }),
})

builder.subscriptionField('serviceTimeQueueChanged', (t) =>
  t.field({
    type: ServiceTimeQueueEvent,
    description: 'Starts after the position that the list was read at; without one, from now.',
    args: {
      scope: t.arg({ type: QueueScope, required: true, defaultValue: 'MINE' }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { scope, after }, context) =>
      queues.subscribe({ kind: 'SERVICE_TIME', scope, after: after ?? null }, context),
    resolve: (event) => event,
  }),
)
