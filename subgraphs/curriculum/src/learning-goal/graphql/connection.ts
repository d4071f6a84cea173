import { builder } from '../../builder.ts'
import { LearningGoalDefinition } from './LearningGoalDefinition.ts'

/** The count is queried only when it is selected: the connection carries it as a function. */
interface Counted {
  readonly totalCount?: number | (() => number | Promise<number>)
}

const edge = builder.edgeObject({ type: LearningGoalDefinition, name: 'LearningGoalDefinitionEdge' })

/** Goals come by search and as the content of a plan; both lists are the same type. */
export const GoalConnection = builder.connectionObject(
  {
    type: LearningGoalDefinition,
    name: 'LearningGoalDefinitionConnection',
    fields: (t) => ({
      totalCount: t.int({
        resolve: (connection) => {
          const { totalCount = 0 } = connection as Counted
          return typeof totalCount === 'function' ? totalCount() : totalCount
        },
      }),
    }),
  },
  edge,
)
