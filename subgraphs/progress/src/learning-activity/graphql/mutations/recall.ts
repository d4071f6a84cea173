import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { activityResult, toResult } from '../outcome.ts'

const RecallActivityInput = builder.inputType('RecallActivityInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

builder.mutationField('recallActivity', (t) =>
  t.field({
    type: activityResult('RecallActivity'),
    args: { input: t.arg({ type: RecallActivityInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      const command = { name: 'RECALL' } as const
      return toResult(await performCommand(row, command, context), 'RecallActivity')
    },
  }),
)
