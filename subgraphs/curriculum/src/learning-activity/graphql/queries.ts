import { containing, pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { LearningActivityDefinition, LearningActivityKind } from './LearningActivityDefinition.ts'

const LearningActivityDefinitionFilter = builder.inputType('LearningActivityDefinitionFilter', {
  fields: (t) => ({
    goalDefinitionId: t.idOf('GoalDefinition', { description: 'That lead to this goal.' }),
    kind: t.field({ type: [LearningActivityKind], description: 'Of one of these kinds.' }),
    search: t.string(),
  }),
})

type Filter = typeof LearningActivityDefinitionFilter.$inferInput | null | undefined

const where = (filter: Filter): Prisma.ActivityDefinitionWhereInput => {
  const search = filter?.search
  return {
    retired: false,
    ...(filter?.goalDefinitionId && { goals: { some: { goalId: filter.goalDefinitionId } } }),
    ...(filter?.kind && { kind: { in: [...filter.kind] } }),
    ...(search && { title: containing(search) }),
  }
}

builder.queryFields((t) => ({
  learningActivityDefinitions: t.prismaConnection(
    {
      type: 'ActivityDefinition',
      nullable: true,
      cursor: 'id',
      ...pageOf(50, 200),
      description: 'The activities of the curriculum that are in use, in its order (F037).',
      args: { filter: t.arg({ type: LearningActivityDefinitionFilter }) },
      totalCount: (_root, { filter }) => database.activityDefinition.count({ where: where(filter) }),
      resolve: (query, _root, { filter }) =>
        database.activityDefinition.findMany({
          ...query,
          where: where(filter),
          orderBy: [{ position: 'asc' }, { id: 'asc' }],
        }),
    },
    ...counted(LearningActivityDefinition, 'LearningActivityDefinition'),
  ),
}))
