import { builder } from '../../../builder.ts'
import { performGoalCommand } from '../../use-cases/perform-commands.ts'
import { answerWith, goalResult } from '../outcome.ts'

const RecallGoalInput = builder.inputType('RecallGoalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

builder.mutationField('recallGoal', (t) =>
  t.field({
    type: goalResult('RecallGoal'),
    args: { input: t.arg({ type: RecallGoalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const command = { name: 'RECALL' } as const
      const outcome = await performGoalCommand(input, command, context)
      return answerWith('RecallGoalSuccess', input.goalId, outcome, context)
    },
  }),
)
