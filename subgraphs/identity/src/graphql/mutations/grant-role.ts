import { grantRole } from '../../use-cases/grant-role.ts'
import { builder, IdentityRefused, NotFound, RegionCode, RoleEnum } from '../builder.ts'
import { grantSuccess, resolveType, toMember } from '../results.ts'

const Input = builder.inputType('GrantRoleInput', {
  fields: (t) => ({
    personId: t.id({ required: true }),
    role: t.field({ type: RoleEnum, required: true }),
    regionCode: t.field({ type: RegionCode, description: 'For a regional administrator.' }),
    enterpriseId: t.id({ description: 'For a local administrator.' }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date' }),
  }),
})

const Success = grantSuccess('GrantRoleSuccess')
const Result = builder.unionType('GrantRoleResult', {
  types: [Success, IdentityRefused, NotFound],
  resolveType,
})

builder.mutationField('grantRole', (t) =>
  t.field({
    type: Result,
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { regionCode = null, enterpriseId = null, validTo = null, ...rest } = input
      const command = { ...rest, regionCode, enterpriseId, validTo }
      return toMember('GrantRoleSuccess', await grantRole(command, context))
    },
  }),
)
