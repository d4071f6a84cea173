import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { performGoalCommand } from '../../use-cases/perform-commands.ts'
import { answerWith, goalResult } from '../outcome.ts'

const RejectGoalInput = builder.inputType('RejectGoalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string({ required: true }),
  }),
})

/** Also the outcome of one row of the bulk command. */
export const RejectGoalResult = goalResult('RejectGoal')

builder.mutationField('rejectGoal', (t) =>
  t.field({
    type: RejectGoalResult,
    args: { input: t.arg({ type: RejectGoalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const command = { name: 'REJECT', comment: cleanText(input.comment) } as const
      const outcome = await performGoalCommand(input, command, context)
      return answerWith('RejectGoalSuccess', input.goalId, outcome, context)
    },
  }),
)
