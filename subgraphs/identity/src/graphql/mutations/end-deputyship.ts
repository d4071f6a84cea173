import { endDeputyship } from '../../use-cases/end-deputyship.ts'
import { builder, IdentityRefused, NotFound, StaleVersion } from '../builder.ts'
import { deputyshipSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('EndDeputyshipInput', {
  fields: (t) => ({
    deputyshipId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    endsOn: t.field({ type: 'Date', required: true, description: 'The last day of the deputyship.' }),
  }),
})

const Success = deputyshipSuccess('EndDeputyshipSuccess')
const Result = builder.unionType('EndDeputyshipResult', {
  types: [Success, IdentityRefused, NotFound, StaleVersion],
  resolveType,
})

builder.mutationField('endDeputyship', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('EndDeputyshipSuccess', await endDeputyship(input, context)),
  }),
)
