import { builder } from '../../../builder.ts'
import { registerPeriod } from '../../use-cases/state-period.ts'
import { fromInput, ServicePeriodDetails } from '../details-input.ts'
import { periodResult, toResult } from '../result.ts'

const RegisterServicePeriodInput = builder.inputType('RegisterServicePeriodInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true }),
    details: t.field({ type: ServicePeriodDetails, required: true }),
  }),
})

builder.mutationField('registerServicePeriod', (t) =>
  t.field({
    type: periodResult('RegisterServicePeriod'),
    description: 'By the trainee.',
    args: { input: t.arg({ type: RegisterServicePeriodInput, required: true }) },
    resolve: async (_root, { input: { traineeId, details } }, context) =>
      toResult(await registerPeriod(traineeId, fromInput(details), context), 'RegisterServicePeriod'),
  }),
)
