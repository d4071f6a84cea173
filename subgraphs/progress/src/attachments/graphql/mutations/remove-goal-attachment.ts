import { builder } from '../../../builder.ts'
import { answerWith, goalResult } from '../../../learning-goal/graphql/outcome.ts'
import { removeGoalAttachment } from '../../use-cases/attach-to-goal.ts'

const RemoveGoalAttachmentInput = builder.inputType('RemoveGoalAttachmentInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    attachmentId: t.id({ required: true }),
  }),
})

builder.mutationField('removeGoalAttachment', (t) =>
  t.field({
    type: goalResult('RemoveGoalAttachment'),
    args: { input: t.arg({ type: RemoveGoalAttachmentInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const outcome = await removeGoalAttachment(input, context)
      return answerWith('RemoveGoalAttachmentSuccess', input.goalId, outcome, context)
    },
  }),
)
