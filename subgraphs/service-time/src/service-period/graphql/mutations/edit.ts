import { builder } from '../../../builder.ts'
import { database } from '../../../database.ts'
import type { ServicePeriod as Row } from '../../../generated/db/client.ts'
import type { CommandOutcome } from '../../use-cases/outcome.ts'
import { editPeriod } from '../../use-cases/state-period.ts'
import { fromInput, ServicePeriodDetails } from '../details-input.ts'
import { periodResult, toResult } from '../result.ts'
import { ServicePeriod } from '../ServicePeriod.ts'

const EditServicePeriodInput = builder.inputType('EditServicePeriodInput', {
  fields: (t) => ({
    servicePeriodId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    details: t.field({ type: ServicePeriodDetails, required: true }),
  }),
})

const Success = builder
  .objectRef<Extract<CommandOutcome, { kind: 'done' }>>('EditServicePeriodSuccess')
  .implement({
    fields: (t) => ({
      servicePeriod: t.prismaField({
        type: ServicePeriod,
        resolve: (query, { id }) =>
          database.servicePeriod.findUnique({ ...query, where: { id } }) as Promise<Row>,
      }),
      withdrewSignature: t.exposeBoolean('withdrewSignature'),
    }),
  })

builder.mutationField('editServicePeriod', (t) =>
  t.field({
    type: periodResult('EditServicePeriod', Success),
    description: 'Withdraws an open request and takes the effect of a signature away.',
    args: { input: t.arg({ type: EditServicePeriodInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.servicePeriodId, expectedVersion: input.expectedVersion }
      return toResult(await editPeriod(row, fromInput(input.details), context), 'EditServicePeriod')
    },
  }),
)
