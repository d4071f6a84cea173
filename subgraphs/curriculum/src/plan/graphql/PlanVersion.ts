import { references, pageOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { GoalConnection } from '../../learning-goal/graphql/connection.ts'

const PlanVersionStatus = builder.enumType('PlanVersionStatus', {
  description: 'Whether a version of a plan is in use.',
  values: ['DRAFT', 'PUBLISHED', 'RETIRED'] as const,
})

export const PlanVersion = builder.prismaObject('PlanVersion', {
  description: 'Immutable once PUBLISHED.',
  fields: (t) => ({
    id: t.exposeID('id'),
    template: t.relation('template', { shareable: true }),
    label: t.exposeString('label', { shareable: true }),
    status: t.expose('status', { type: PlanVersionStatus }),
    startsOn: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'Null only while it cannot be asked for: an assigned plan stands without.',
    }),
    endsOn: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The last day on which a trainee gets it; null while no end is set.',
    }),
    replaces: t.relation('replaces', {
      nullable: true,
      description: 'The version before it; null of the first.',
    }),
    transitionEndsOn: t.expose('transitionUntil', {
      type: 'Date',
      nullable: true,
      description: 'Who began on it may finish on it until then.',
    }),
    goals: t.prismaConnection(
      {
        type: 'GoalDefinition',
        cursor: 'id',
        ...pageOf(100, 400),
        totalCount: ({ id }) => database.planVersionGoal.count({ where: { planVersionId: id } }),
        description: 'In the order of the plan.',
        resolve: (query, { id }) =>
          database.goalDefinition.findMany({
            ...query,
            where: { plans: { some: { planVersionId: id } } },
            orderBy: { position: 'asc' },
          }),
      },
      GoalConnection,
    ),
  }),
})

const findPlanVersion = references('PlanVersion', 'id', (ids, { query }) =>
  database.planVersion.findMany({ ...query, where: { id: { in: ids } } }),
)

builder.asEntity(PlanVersion, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPlanVersion(id, context, info),
})
