import { batched, keptStatuses, pageOf, type UNVERIFIED } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import type { ServicePeriodStatus } from '../../generated/db/client.ts'
import { leadersOf } from '../persistence/leaders.ts'
import { ServicePeriodStatus as Status } from './enums.ts'
import { ServicePeriod, ServicePeriodConnection } from './ServicePeriod.ts'

const leaders = batched((ids: Id<'Person'>[], { now }) => leadersOf(database, ids, now))

type Wanted = readonly (ServicePeriodStatus | typeof UNVERIFIED)[] | null | undefined

const standing = (traineeId: Id<'Person'>, status: Wanted) => ({
  ...{ traineeId, removedAt: null },
  ...(status && { status: { in: keptStatuses(status) } }),
})

// A trainee is also met in a period that one was once asked to sign: who leads the trainee no more, counts nothing.
builder.prismaObjectFields(Trainee, (t) => ({
  servicePeriods: t.prismaConnection(
    {
      type: ServicePeriod,
      cursor: 'id',
      nullable: true,
      ...pageOf(50, 200),
      description: 'Newest first.',
      args: {
        status: t.arg({ type: [Status], description: 'In one of these states; in any when it is left out.' }),
      },
      totalCount: async ({ id }, { status }, context) =>
        (await visibleTrainees(id, context))
          ? database.servicePeriod.count({ where: standing(id, status) })
          : 0,
      resolve: async (query, { id }, { status }, context) =>
        (await visibleTrainees(id, context))
          ? database.servicePeriod.findMany({
              ...query,
              where: standing(id, status),
              orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
            })
          : [],
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
