import { registerRelation } from '../../use-cases/register-relation.ts'
import { builder, IdentityRefused, NotFound } from '../builder.ts'
import { relationSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('RegisterLeaderInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true }),
    personId: t.id({ required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
  }),
})

const Success = relationSuccess('RegisterLeaderSuccess')
const Result = builder.unionType('RegisterLeaderResult', {
  types: [Success, IdentityRefused, NotFound],
  resolveType,
})

builder.mutationField('registerLeader', (t) =>
  t.field({
    type: Result,
    description: "The former leader's relation ends the day before.",
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('RegisterLeaderSuccess', await registerRelation({ kind: 'LEADER', ...input }, context)),
  }),
)
