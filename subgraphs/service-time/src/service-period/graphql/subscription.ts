import { today } from '@kompetanse/calendar/day'
import { startPosition, type GraphContext } from '@kompetanse/graph'
import type { RecordEvent } from '@kompetanse/live/queue'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { servingTrainee, visiblePeriod } from '../../directory/visibility.ts'
import type { QueueKind } from '../../generated/db/client.ts'
import { queues } from '../../live/queues.ts'
import { ServicePeriod } from './ServicePeriod.ts'

const ServiceTimeRecordEvent = builder.objectRef<RecordEvent<QueueKind>>('ServiceTimeRecordEvent').implement({
  description: 'A period was sent, decided, changed or removed. Its position is in extensions.cursor.',
  fields: (t) => ({
    servicePeriodId: t.exposeID('subjectId'),
    servicePeriod: t.prismaField({
      type: ServicePeriod,
      nullable: true,
      description: 'As it is now; null when it has been removed.',
      resolve: (query, { subjectId }, _args, { actor, now }) =>
        database.servicePeriod.findFirst({
          ...query,
          where: { id: subjectId, ...visiblePeriod(actor, today(now)) },
        }),
    }),
  }),
})

const maySee = async (traineeId: Id<'Person'>, { actor }: GraphContext): Promise<boolean> =>
  (await database.person.count({ where: { id: traineeId, AND: servingTrainee(actor, today(new Date())) } })) >
  0

builder.subscriptionField('serviceTimeRecordChanged', (t) =>
  t.field({
    type: ServiceTimeRecordEvent,
    description:
      'A trainee’s periods, as they pass through anybody’s queue (B02). Starts after a position of serviceTimeQueue; without one, from now. Silent to who may not see the trainee.',
    args: {
      traineeId: t.arg.idOf('Person', { required: true, description: 'Whose periods.' }),
      after: t.arg(startPosition),
    },
    subscribe: (_root, { traineeId, after }, context) =>
      queues.ofTrainee({ traineeId, after: after ?? null, mayHear: () => maySee(traineeId, context) }),
    resolve: (event) => event,
  }),
)
