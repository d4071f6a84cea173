/** The activities of a plan, and how they are searched. */
import { today } from '@kompetanse/calendar/day'
import { containing, keptStatuses, pageOf } from '@kompetanse/graph'
import { AssignedPlan } from '../../assigned-plan/graphql/AssignedPlan.ts'
import { builder } from '../../builder.ts'
import { visibleActivity } from '../../directory/visibility.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { withStatus } from '../persistence/status.ts'
import { LearningActivityConnection } from './connection.ts'
import { LearningActivityStatus } from './enums.ts'

const LearningActivityFilter = builder.inputType('LearningActivityFilter', {
  fields: (t) => ({
    status: t.field({ type: [LearningActivityStatus], description: 'In one of these states.' }),
    search: t.string({ description: 'In titles, and in the codes of the goals.' }),
  }),
})

type Filter = typeof LearningActivityFilter.$inferInput

/** Activities whose title, or the code of whose goal, has the text, in one of the states. */
function fitting(filter: Filter | null | undefined, now: Date): Prisma.LearningActivityWhereInput {
  const text = filter?.search && containing(filter.search)
  const named = text && {
    OR: [{ definition: { title: text } }, { goals: { some: { goal: { definition: { code: text } } } } }],
  }
  return { AND: [filter?.status ? withStatus(keptStatuses(filter.status), now) : {}, named || {}] }
}

builder.prismaObjectField(AssignedPlan, 'activities', (t) =>
  t.relatedConnection(
    'activities',
    {
      cursor: 'id',
      totalCount: true,
      ...pageOf(100, 500),
      description: 'In the order of the plan.',
      args: { filter: t.arg({ type: LearningActivityFilter }) },
      query: ({ filter }, { actor, now }) => ({
        where: { AND: [visibleActivity(actor, today(now)), fitting(filter, now)] },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      }),
    },
    ...LearningActivityConnection,
  ),
)
