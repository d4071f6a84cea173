import { CONTENT } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import type { Attachment as AttachmentRow, LearningGoal as GoalRow } from '../../../generated/db/client.ts'
import { LearningGoal } from '../../../learning-goal/graphql/LearningGoal.ts'
import { answerWith } from '../../../learning-goal/graphql/outcome.ts'
import { REFUSALS } from '../../../learning-goal/graphql/refusals.ts'
import { attachToGoal } from '../../use-cases/attach-to-goal.ts'
import { Attachment } from '../Attachment.ts'

const AttachToGoalInput = builder.inputType('AttachToGoalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    uploadId: t.id({ required: true }),
  }),
})

interface Shape {
  readonly __typename: 'AttachToGoalSuccess'
  readonly goal: GoalRow
  readonly attachment: AttachmentRow | null
}

const Success = builder.objectRef<Shape>('AttachToGoalSuccess').implement({
  fields: (t) => ({
    goal: t.field({ type: LearningGoal, resolve: ({ goal }) => goal }),
    attachment: t.field({
      ...CONTENT,
      type: Attachment,
      resolve: ({ attachment }) => attachment as AttachmentRow,
    }),
  }),
})

const AttachToGoalResult = builder.unionType('AttachToGoalResult', {
  types: [Success, ...REFUSALS],
  resolveType: (value) => (value as Shape).__typename,
})

builder.mutationField('attachToGoal', (t) =>
  t.field({
    type: AttachToGoalResult,
    args: { input: t.arg({ type: AttachToGoalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { outcome, attachment } = await attachToGoal(input, context)
      const answer = await answerWith('AttachToGoalSuccess', input.goalId, outcome, context)
      return { ...answer, attachment } as never
    },
  }),
)
