import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { activityResult, toResult } from '../outcome.ts'

const RegisterLearningActivityInput = builder.inputType('RegisterLearningActivityInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    performedOn: t.field({ type: 'Date', required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('registerLearningActivity', (t) =>
  t.field({
    type: activityResult('RegisterLearningActivity'),
    description: 'Completes a self-registered one; the others become REGISTERED.',
    args: { input: t.arg({ type: RegisterLearningActivityInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      const command = {
        name: 'REGISTER',
        performedOn: input.performedOn,
        comment: input.comment ?? null,
      } as const
      return toResult(await performCommand(row, command, context), 'RegisterLearningActivity')
    },
  }),
)
