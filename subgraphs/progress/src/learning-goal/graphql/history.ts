import { contentOf } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { mayReadGoal } from '../../directory/readable.ts'
import { counted } from '../../graph/counted.ts'
import { LearningGoalCommand, LearningGoalStatus } from './enums.ts'

const words = contentOf(
  ({ goalId: id }: { readonly goalId: string; readonly byId: string }, context) =>
    mayReadGoal({ id }, context),
  ({ byId }) => byId,
)

const LearningGoalHistoryEntry = builder.prismaObject('GoalHistory', {
  name: 'LearningGoalHistoryEntry',
  select: { id: true, goalId: true, byId: true, comment: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    command: t.expose('command', { type: LearningGoalCommand }),
    status: t.expose('status', { type: LearningGoalStatus }),
    by: t.relation('by'),
    onBehalfOf: t.relation('onBehalfOf', {
      nullable: true,
      description: 'Whom a deputy stood in for.',
    }),
    comment: t.string(words('comment')),
    digest: t.exposeString('digest', { nullable: true }),
  }),
})

export const HistoryConnection = counted(LearningGoalHistoryEntry, 'LearningGoalHistory')
