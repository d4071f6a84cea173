import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { performGoalCommand } from '../../use-cases/perform-commands.ts'
import { answerWith, goalResult } from '../outcome.ts'

const ApproveGoalInput = builder.inputType('ApproveGoalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string(),
  }),
})

/** Also the outcome of one row of the bulk command. */
export const ApproveGoalResult = goalResult('ApproveGoal')

builder.mutationField('approveGoal', (t) =>
  t.field({
    type: ApproveGoalResult,
    description: 'From WAITING or REJECTED; the first decision wins, the second gets StaleVersion.',
    args: { input: t.arg({ type: ApproveGoalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const command = { name: 'APPROVE', comment: cleanText(input.comment) } as const
      const outcome = await performGoalCommand(input, command, context)
      return answerWith('ApproveGoalSuccess', input.goalId, outcome, context)
    },
  }),
)
