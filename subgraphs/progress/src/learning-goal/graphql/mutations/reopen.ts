import { builder } from '../../../builder.ts'
import { performGoalCommand } from '../../use-cases/perform-commands.ts'
import { answerWith, goalResult } from '../outcome.ts'

const ReopenGoalInput = builder.inputType('ReopenGoalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

builder.mutationField('reopenGoal', (t) =>
  t.field({
    type: goalResult('ReopenGoal'),
    args: { input: t.arg({ type: ReopenGoalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const command = { name: 'REOPEN' } as const
      const outcome = await performGoalCommand(input, command, context)
      return answerWith('ReopenGoalSuccess', input.goalId, outcome, context)
    },
  }),
)
