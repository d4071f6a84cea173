/** The goals of a plan, and how they are searched. */
import { today } from '@kompetanse/calendar/day'
import { containing, keptStatuses, pageOf } from '@kompetanse/graph'
import { AssignedPlan } from '../../assigned-plan/graphql/AssignedPlan.ts'
import { builder } from '../../builder.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { LearningGoalStatus } from './enums.ts'
import { LearningGoalConnection } from './LearningGoal.ts'

const LearningGoalFilter = builder.inputType('LearningGoalFilter', {
  fields: (t) => ({
    status: t.field({ type: [LearningGoalStatus], description: 'In one of these states.' }),
    search: t.string({ description: 'Words, all of them in the code or the wording, in any order.' }),
  }),
})

/** More words than anybody searches for; those after it are left out of the question. */
const MOST_WORDS = 10

type Filter = typeof LearningGoalFilter.$inferInput

/** Goals whose code or wording has every word of the text, in any order, in one of the states. */
function fitting(filter: Filter | null | undefined): Prisma.LearningGoalWhereInput {
  const words = filter?.search?.split(/\s+/u) ?? []
  const texts = words.slice(0, MOST_WORDS).map(containing)
  return {
    ...(filter?.status && { status: { in: keptStatuses(filter.status) } }),
    ...(texts.length > 0 && {
      definition: { AND: texts.map((text) => ({ OR: [{ code: text }, { wording: text }] })) },
    }),
  }
}

builder.prismaObjectField(AssignedPlan, 'goals', (t) =>
  t.relatedConnection(
    'goals',
    {
      cursor: 'id',
      totalCount: true,
      ...pageOf(200, 500),
      description: 'In the order of the plan.',
      args: { filter: t.arg({ type: LearningGoalFilter }) },
      query: ({ filter }, { actor, now }) => ({
        where: { AND: [visibleGoal(actor, today(now)), fitting(filter)] },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      }),
    },
    ...LearningGoalConnection,
  ),
)
