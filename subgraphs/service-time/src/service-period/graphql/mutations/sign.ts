import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { periodResult, toResult } from '../result.ts'

const SignServicePeriodInput = builder.inputType('SignServicePeriodInput', {
  fields: (t) => ({
    servicePeriodId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string(),
  }),
})

/** Also the outcome of one row of the bulk command. */
export const SignServicePeriodResult = periodResult('SignServicePeriod')

builder.mutationField('signServicePeriod', (t) =>
  t.field({
    type: SignServicePeriodResult,
    description: 'Stands: nobody but the trainee’s own change of the period takes its effect away.',
    args: { input: t.arg({ type: SignServicePeriodInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.servicePeriodId, expectedVersion: input.expectedVersion }
      const command = { name: 'SIGN', comment: input.comment ?? null } as const
      return toResult(await performCommand(row, command, context), 'SignServicePeriod')
    },
  }),
)
