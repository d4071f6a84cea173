import { builder } from '../../../builder.ts'
import type { CommandOutcome } from '../../use-cases/outcome.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { periodResult, toResult } from '../result.ts'

const RemoveServicePeriodInput = builder.inputType('RemoveServicePeriodInput', {
  fields: (t) => ({
    servicePeriodId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const Success = builder
  .objectRef<Extract<CommandOutcome, { kind: 'done' }>>('RemoveServicePeriodSuccess')
  .implement({
    fields: (t) => ({
      servicePeriodId: t.exposeID('id'),
      withdrewSignature: t.exposeBoolean('withdrewSignature'),
    }),
  })

builder.mutationField('removeServicePeriod', (t) =>
  t.field({
    type: periodResult('RemoveServicePeriod', Success),
    description: 'Withdraws an open request and takes the effect of a signature away. Its history is kept.',
    args: { input: t.arg({ type: RemoveServicePeriodInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.servicePeriodId, expectedVersion: input.expectedVersion }
      return toResult(await performCommand(row, { name: 'REMOVE' }, context), 'RemoveServicePeriod')
    },
  }),
)
