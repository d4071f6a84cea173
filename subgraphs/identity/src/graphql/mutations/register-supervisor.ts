import { registerRelation } from '../../use-cases/register-relation.ts'
import { builder, IdentityRefused, NotFound } from '../builder.ts'
import { relationSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('RegisterSupervisorInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true }),
    personId: t.id({ required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
  }),
})

const Success = relationSuccess('RegisterSupervisorSuccess')
const Result = builder.unionType('RegisterSupervisorResult', {
  types: [Success, IdentityRefused, NotFound],
  resolveType,
})

builder.mutationField('registerSupervisor', (t) =>
  t.field({
    type: Result,
    description: 'Chosen by the trainee; any number at a time.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember(
        'RegisterSupervisorSuccess',
        await registerRelation({ kind: 'SUPERVISOR', ...input }, context),
      ),
  }),
)
