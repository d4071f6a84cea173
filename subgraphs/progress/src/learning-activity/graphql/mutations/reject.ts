import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { activityResult, toResult } from '../outcome.ts'

const RejectActivityInput = builder.inputType('RejectActivityInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string({ required: true }),
  }),
})

/** Also the outcome of one row of the bulk command. */
export const RejectActivityResult = activityResult('RejectActivity')

builder.mutationField('rejectActivity', (t) =>
  t.field({
    type: RejectActivityResult,
    args: { input: t.arg({ type: RejectActivityInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      const command = { name: 'REJECT', comment: input.comment } as const
      return toResult(await performCommand(row, command, context), 'RejectActivity')
    },
  }),
)
