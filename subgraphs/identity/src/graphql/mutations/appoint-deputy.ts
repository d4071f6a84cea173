import { appointDeputy } from '../../use-cases/appoint-deputy.ts'
import { builder, IdentityRefused, NotFound } from '../builder.ts'
import { deputyshipSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('AppointDeputyInput', {
  fields: (t) => ({
    leaderId: t.id({ required: true }),
    deputyId: t.id({ required: true }),
    unitId: t.id({ required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', required: true }),
  }),
})

const Success = deputyshipSuccess('AppointDeputySuccess')
const Result = builder.unionType('AppointDeputyResult', {
  types: [Success, IdentityRefused, NotFound],
  resolveType,
})

builder.mutationField('appointDeputy', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('AppointDeputySuccess', await appointDeputy(input, context)),
  }),
)
