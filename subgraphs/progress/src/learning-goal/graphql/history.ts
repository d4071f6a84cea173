import { contentOf, type GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder, counted } from '../../builder.ts'
import { mayReadGoal } from '../../directory/readable.ts'
import { LearningGoalCommand, LearningGoalStatus } from './enums.ts'

interface Entry {
  readonly goalId: Id<'LearningGoal'>
  readonly byId: Id<'Person'>
}

const mayRead = ({ goalId: id }: Entry, context: GraphContext) => mayReadGoal({ id }, context)
const words = contentOf(mayRead, ({ byId }: Entry) => byId)
/** What somebody signed has more words in it than their own. */
const signed = contentOf(mayRead)

const LearningGoalHistoryEntry = builder.prismaObject('GoalHistory', {
  name: 'LearningGoalHistoryEntry',
  description: 'One thing that was done with a goal. It is never changed.',
  select: { id: true, goalId: true, byId: true, comment: true, digest: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    command: t.expose('command', { type: LearningGoalCommand }),
    status: t.expose('status', { type: LearningGoalStatus, description: 'What it was after this.' }),
    by: t.relation('by'),
    onBehalfOf: t.relation('onBehalfOf', {
      nullable: true,
      description: 'Whom a deputy stood in for.',
    }),
    comment: t.string(words('comment')),
    digest: t.string({
      ...signed('digest'),
      description:
        'SHA-256, hex, of what was decided on; null when nothing was decided, and to who may not read it.',
    }),
  }),
})

export const HistoryConnection = counted(LearningGoalHistoryEntry, 'LearningGoalHistory')
