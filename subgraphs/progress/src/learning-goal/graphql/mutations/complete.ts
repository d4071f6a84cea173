import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { performGoalCommand } from '../../use-cases/perform-commands.ts'
import { answerWith, goalResult } from '../outcome.ts'

const CompleteGoalInput = builder.inputType('CompleteGoalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    completedOn: t.field({ type: 'Date', required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('completeGoal', (t) =>
  t.field({
    type: goalResult('CompleteGoal'),
    args: { input: t.arg({ type: CompleteGoalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { completedOn } = input
      const command = { name: 'COMPLETE', completedOn, comment: cleanText(input.comment) } as const
      const outcome = await performGoalCommand(input, command, context)
      return answerWith('CompleteGoalSuccess', input.goalId, outcome, context)
    },
  }),
)
