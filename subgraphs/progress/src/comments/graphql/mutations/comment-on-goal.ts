import { cleanText, CONTENT } from '@kompetanse/graph'
import { builder, NotFound } from '../../../builder.ts'
import type { Comment as CommentRow, LearningGoal as GoalRow } from '../../../generated/db/client.ts'
import { LearningGoal } from '../../../learning-goal/graphql/LearningGoal.ts'
import { answerWith } from '../../../learning-goal/graphql/outcome.ts'
import { LearningGoalRefused } from '../../../learning-goal/graphql/refusals.ts'
import { commentOnGoal } from '../../use-cases/comment-on-goal.ts'
import { Comment } from '../Comment.ts'

const CommentOnGoalInput = builder.inputType('CommentOnGoalInput', {
  fields: (t) => ({ goalId: t.id({ required: true }), text: t.string({ required: true }) }),
})

interface Shape {
  readonly __typename: 'CommentOnGoalSuccess'
  readonly goal: GoalRow
  readonly comment: CommentRow | null
}

const Success = builder.objectRef<Shape>('CommentOnGoalSuccess').implement({
  fields: (t) => ({
    goal: t.field({ type: LearningGoal, resolve: ({ goal }) => goal }),
    comment: t.field({ ...CONTENT, type: Comment, resolve: ({ comment }) => comment as CommentRow }),
  }),
})

const CommentOnGoalResult = builder.unionType('CommentOnGoalResult', {
  types: [Success, LearningGoalRefused, NotFound],
  resolveType: (value) => (value as Shape).__typename,
})

builder.mutationField('commentOnGoal', (t) =>
  t.field({
    type: CommentOnGoalResult,
    args: { input: t.arg({ type: CommentOnGoalInput, required: true }) },
    resolve: async (_root, { input: { goalId, text } }, context) => {
      const { outcome, comment } = await commentOnGoal({ goalId, text: cleanText(text) }, context)
      return { ...(await answerWith('CommentOnGoalSuccess', goalId, outcome, context)), comment } as never
    },
  }),
)
