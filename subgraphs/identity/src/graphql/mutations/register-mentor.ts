import { registerRelation } from '../../use-cases/register-relation.ts'
import { builder, IdentityRefused, NotFound } from '../builder.ts'
import { relationSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('RegisterMentorInput', {
  fields: (t) => ({
    traineeId: t.id({ required: true }),
    personId: t.id({ required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
  }),
})

const Success = relationSuccess('RegisterMentorSuccess')
const Result = builder.unionType('RegisterMentorResult', {
  types: [Success, IdentityRefused, NotFound],
  resolveType,
})

builder.mutationField('registerMentor', (t) =>
  t.field({
    type: Result,
    description: "By the trainee or the leader; ends the former mentor's relation the day before.",
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('RegisterMentorSuccess', await registerRelation({ kind: 'MENTOR', ...input }, context)),
  }),
)
