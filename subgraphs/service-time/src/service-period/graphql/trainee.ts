import { running } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { batched } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { Trainee, visibleTrainees } from '../../directory/graphql/Trainee.ts'
import type { Person as PersonRow } from '../../generated/db/client.ts'
import { ServicePeriodStatus } from './enums.ts'
import { ServicePeriod, ServicePeriodConnection } from './ServicePeriod.ts'

const leaders = batched<string, PersonRow[]>(async (traineeIds, { now }) => {
  const rows = await database.relation.findMany({
    where: {
      traineeId: { in: [...traineeIds] },
      kind: 'LEADER',
      ...running(today(now)),
      person: { active: true },
    },
    include: { person: true },
    orderBy: { person: { displayName: 'asc' } },
  })
  const byTrainee = Map.groupBy(rows, ({ traineeId }) => traineeId)
  return new Map([...byTrainee].map(([id, all]) => [id, all.map(({ person }) => person)]))
})

builder.prismaObjectFields(Trainee, (t) => ({
  servicePeriods: t.prismaConnection(
    {
      type: ServicePeriod,
      cursor: 'id',
      nullable: true,
      defaultSize: 50,
      maxSize: 200,
      description: 'Newest first.',
      args: { status: t.arg({ type: [ServicePeriodStatus] }) },
      totalCount: ({ id: traineeId }, { status }) =>
        database.servicePeriod.count({
          where: { traineeId, removedAt: null, ...(status && { status: { in: status } }) },
        }),
      resolve: async (query, { id: traineeId }, { status }, context) => {
        const visible = await visibleTrainees(traineeId, context)
        const where = { traineeId, removedAt: null, ...(status && { status: { in: status } }) }
        return visible
          ? database.servicePeriod.findMany({
              ...query,
              where,
              orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
            })
          : []
      },
    },
    ...ServicePeriodConnection,
  ),
  serviceTimeSigners: t.field({
    type: [Person],
    nullable: { list: true, items: false },
    description: 'Who can be asked to sign: those who lead the trainee today.',
    resolve: async ({ id }, _args, context) => {
      const visible = await visibleTrainees(id, context)
      return visible ? ((await leaders(id, context)) ?? []) : null
    },
  }),
}))
