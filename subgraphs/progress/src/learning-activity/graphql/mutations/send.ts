import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { activityResult, toResult } from '../outcome.ts'

const SendActivityForSigningInput = builder.inputType('SendActivityForSigningInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    signerId: t.id({ required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('sendActivityForSigning', (t) =>
  t.field({
    type: activityResult('SendActivityForSigning'),
    args: { input: t.arg({ type: SendActivityForSigningInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      const command = {
        name: 'SEND_FOR_SIGNING',
        signerId: input.signerId,
        comment: input.comment ?? null,
      } as const
      return toResult(await performCommand(row, command, context), 'SendActivityForSigning')
    },
  }),
)
