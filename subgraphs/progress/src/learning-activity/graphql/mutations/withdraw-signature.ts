import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { activityResult, toResult } from '../outcome.ts'

const WithdrawSignatureInput = builder.inputType('WithdrawSignatureInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('withdrawSignature', (t) =>
  t.field({
    type: activityResult('WithdrawSignature'),
    description: 'By the signer; back to WAITING.',
    args: { input: t.arg({ type: WithdrawSignatureInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      const command = { name: 'WITHDRAW_SIGNATURE', comment: input.comment ?? null } as const
      return toResult(await performCommand(row, command, context), 'WithdrawSignature')
    },
  }),
)
