import { revokeRole } from '../../use-cases/revoke-role.ts'
import { builder, IdentityRefused, NotFound, StaleVersion } from '../builder.ts'
import { grantSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('RevokeRoleInput', {
  fields: (t) => ({
    grantId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const Success = grantSuccess('RevokeRoleSuccess')
const Result = builder.unionType('RevokeRoleResult', {
  types: [Success, IdentityRefused, NotFound, StaleVersion],
  resolveType,
})

builder.mutationField('revokeRole', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) =>
      toMember('RevokeRoleSuccess', await revokeRole(input, context)),
  }),
)
