import { today } from '@kompetanse/calendar/day'
import { batched, keptStatuses, pageOf } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import { servingTrainee } from '../../directory/visibility.ts'
import { leadersOf } from '../persistence/leaders.ts'
import { ServicePeriodStatus as Status } from './enums.ts'
import { ServicePeriod, ServicePeriodConnection } from './ServicePeriod.ts'

const leaders = batched((ids: Id<'Person'>[], { now }) => leadersOf(database, ids, now))

// A trainee is also met in a period that one was once asked to sign: who leads the trainee no more, counts nothing.
builder.prismaObjectFields(Trainee, (t) => ({
  servicePeriods: t.relatedConnection(
    'servicePeriods',
    {
      type: ServicePeriod,
      cursor: 'id',
      nullable: true,
      totalCount: true,
      ...pageOf(50, 200),
      description: 'Newest first.',
      args: {
        status: t.arg({ type: [Status], description: 'In one of these states; in any when it is left out.' }),
      },
      query: ({ status }, { actor, now }) => ({
        where: {
          ...{ removedAt: null, trainee: servingTrainee(actor, today(now)) },
          ...(status && { status: { in: keptStatuses(status) } }),
        },
        orderBy: [{ startsOn: 'desc' as const }, { id: 'desc' as const }],
      }),
    },
    ...ServicePeriodConnection,
  ),
  serviceTimeSigners: t.field({
    type: [Person],
    nullable: { list: true, items: false },
    description: 'Who can be asked to sign: those who lead the trainee today.',
    resolve: async ({ id }, _args, context) => {
      const visible = await visibleTrainees(id, context)
      return visible ? [...((await leaders(id, context)) ?? [])] : null
    },
  }),
}))
