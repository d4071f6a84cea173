import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { activityResult, toResult } from '../outcome.ts'

const SignActivityInput = builder.inputType('SignActivityInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string(),
  }),
})

/** Also the outcome of one row of the bulk command. */
export const SignActivityResult = activityResult('SignActivity')

builder.mutationField('signActivity', (t) =>
  t.field({
    type: SignActivityResult,
    description: 'From WAITING or REJECTED.',
    args: { input: t.arg({ type: SignActivityInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      const command = { name: 'SIGN', comment: input.comment ?? null } as const
      return toResult(await performCommand(row, command, context), 'SignActivity')
    },
  }),
)
