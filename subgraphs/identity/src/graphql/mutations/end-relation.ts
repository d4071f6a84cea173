import { endRelation } from '../../use-cases/end-relation.ts'
import { builder, IdentityRefused, NotFound, StaleVersion } from '../builder.ts'
import { relationSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('EndRelationInput', {
  fields: (t) => ({
    relationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    endsOn: t.field({ type: 'Date', required: true, description: 'The last day of the relation.' }),
  }),
})

const Success = relationSuccess('EndRelationSuccess')
const Result = builder.unionType('EndRelationResult', {
  types: [Success, IdentityRefused, NotFound, StaleVersion],
  resolveType,
})

builder.mutationField('endRelation', (t) =>
  t.field({
    type: Result,
    description: 'The relation ends; the data stays.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('EndRelationSuccess', await endRelation(input, context)),
  }),
)
