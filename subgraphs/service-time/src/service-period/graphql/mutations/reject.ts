import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { periodResult, toResult } from '../result.ts'

const RejectServicePeriodInput = builder.inputType('RejectServicePeriodInput', {
  fields: (t) => ({
    servicePeriodId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string({ required: true }),
  }),
})

/** Also the outcome of one row of the bulk command. */
export const RejectServicePeriodResult = periodResult('RejectServicePeriod')

builder.mutationField('rejectServicePeriod', (t) =>
  t.field({
    type: RejectServicePeriodResult,
    args: { input: t.arg({ type: RejectServicePeriodInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.servicePeriodId, expectedVersion: input.expectedVersion }
      const command = { name: 'REJECT', comment: input.comment } as const
      return toResult(await performCommand(row, command, context), 'RejectServicePeriod')
    },
  }),
)
