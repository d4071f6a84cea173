import { dateColumn } from '@kompetanse/calendar/day'
import { running } from '@kompetanse/calendar/running'
import { beginningWith, pageOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { GoalConnection } from './connection.ts'
import { MOST_FOUND, searchGoals } from '../persistence/search.ts'

const LearningGoalDefinitionFilter = builder.inputType('LearningGoalDefinitionFilter', {
  fields: (t) => ({
    codePrefix: t.string(),
    search: t.string({ description: 'Words in any Norwegian inflection, or the beginning of a code.' }),
    validOn: t.field({ type: 'Date', description: 'Valid on this day.' }),
  }),
})

interface Filter {
  readonly codePrefix?: string | null | undefined
  readonly search?: string | null | undefined
  readonly validOn?: string | null | undefined
}

async function where({ codePrefix, search, validOn }: Filter): Promise<Prisma.GoalDefinitionWhereInput> {
  return {
    ...(codePrefix && { code: beginningWith(codePrefix) }),
    ...(search && { id: { in: [...(await searchGoals(search))] } }),
    ...(validOn && running(dateColumn(validOn))),
  }
}

builder.queryFields((t) => ({
  learningGoalDefinition: t.prismaField({
    type: 'GoalDefinition',
    nullable: true,
    description:
      'One goal of the curriculum, whether it is valid today or not; null of one that does not exist (F037).',
    args: { id: t.arg.idOf('GoalDefinition', { required: true, description: 'Of the goal’s definition.' }) },
    resolve: (query, _root, { id }) => database.goalDefinition.findUnique({ ...query, where: { id: id } }),
  }),
  learningGoalDefinitions: t.prismaConnection(
    {
      type: 'GoalDefinition',
      nullable: true,
      cursor: 'id',
      ...pageOf(50, 200),
      description: `The goals of the curriculum, in its order (F037). Of a search, the first ${MOST_FOUND} that it finds, among which the rest of the filter chooses; totalCount counts no others.`,
      args: { filter: t.arg({ type: LearningGoalDefinitionFilter }) },
      totalCount: async (_root, { filter }) =>
        database.goalDefinition.count({ where: await where(filter ?? {}) }),
      resolve: async (query, _root, { filter }) =>
        database.goalDefinition.findMany({
          ...query,
          where: await where(filter ?? {}),
          orderBy: { position: 'asc' },
        }),
    },
    ...GoalConnection,
  ),
}))
