import { references, pageOf } from '@kompetanse/graph'
import { prismaConnectionHelpers } from '@pothos/plugin-prisma'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { GoalConnection } from '../../learning-goal/graphql/connection.ts'
import { LearningGoalDefinition } from '../../learning-goal/graphql/LearningGoalDefinition.ts'

const PlanVersionStatus = builder.enumType('PlanVersionStatus', {
  description: 'Whether a version of a plan is in use.',
  values: ['DRAFT', 'PUBLISHED', 'RETIRED'] as const,
})

const PAGE = pageOf(100, 400)

const goals = prismaConnectionHelpers(builder, 'PlanVersionGoal', {
  cursor: 'planVersionId_goalId',
  ...PAGE,
  // The key also when nothing of the goal is asked for: Prisma refuses to select nothing.
  select: (node) => ({ goal: node<object>({ select: { id: true } }) }),
  query: { orderBy: { goal: { position: 'asc' } } },
  resolveNode: ({ goal }) => goal,
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
    goals: t.connection(
      {
        type: LearningGoalDefinition,
        ...PAGE,
        extensions: { cursor: 'planVersionId_goalId' },
        description: 'In the order of the plan.',
        select: (args, context, nested) => ({
          goals: goals.getQuery(args, context, nested),
          _count: { select: { goals: true } },
        }),
        resolve: (plan, args, context) => ({
          ...goals.resolve(plan.goals, args, context),
          totalCount: plan._count.goals,
        }),
      },
      ...GoalConnection,
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
