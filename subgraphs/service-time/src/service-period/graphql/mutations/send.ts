import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { periodResult, toResult } from '../result.ts'

const SendServicePeriodForSigningInput = builder.inputType('SendServicePeriodForSigningInput', {
  fields: (t) => ({
    servicePeriodId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    signerId: t.id({ required: true }),
  }),
})

builder.mutationField('sendServicePeriodForSigning', (t) =>
  t.field({
    type: periodResult('SendServicePeriodForSigning'),
    description: 'To a leader of today. What waits may be sent to another one.',
    args: { input: t.arg({ type: SendServicePeriodForSigningInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.servicePeriodId, expectedVersion: input.expectedVersion }
      const command = { name: 'SEND_FOR_SIGNING', signerId: input.signerId.toLowerCase() } as const
      return toResult(await performCommand(row, command, context), 'SendServicePeriodForSigning')
    },
  }),
)
