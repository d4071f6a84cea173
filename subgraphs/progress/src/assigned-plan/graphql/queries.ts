import { visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { batchedById } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { AssignedPlan as Row } from '../../generated/db/client.ts'
import { AssignedPlan } from './AssignedPlan.ts'

builder.queryField('assignedPlan', (t) =>
  t.prismaField({
    type: AssignedPlan,
    nullable: true,
    description: 'One plan of a trainee, for whoever may see the trainee; null for others (F044).',
    args: { id: t.arg.idOf('AssignedPlan', { required: true, description: 'Of the plan.' }) },
    resolve: (query, _root, { id }, { actor, now }) =>
      database.assignedPlan.findFirst({
        ...query,
        // A plan has hundreds of goals with their activities: joined to one row, they cost the database twice.
        relationLoadStrategy: 'query',
        where: { id, trainee: visibleTrainee(actor, today(now)) },
      }),
  }),
)

const visiblePlans = batchedById<'AssignedPlan', Row>(async (ids, { actor, now }) => {
  const where = { id: { in: ids }, trainee: visibleTrainee(actor, today(now)) }
  const found = await database.assignedPlan.findMany({ where })
  return new Map(found.map((plan) => [plan.id, plan]))
})

builder.asEntity(AssignedPlan, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => (await visiblePlans(id, context)) ?? null,
})
