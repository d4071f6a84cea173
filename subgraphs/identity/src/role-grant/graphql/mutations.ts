import type { Id } from '@kompetanse/schema/ids'
import { NotFound, ScopeInput, type Types } from '../../builder.ts'
import { database } from '../../database.ts'
import { mutation, mutationsOn } from '../../graph/mutation.ts'
import { IdentityRefused } from '../../graph/refusal.ts'
import { grantCommands } from '../use-cases/commands.ts'
import { grantRole } from '../use-cases/grant-role.ts'
import { RoleEnum, RoleGrant } from './RoleGrant.ts'

const grant = <Parent extends { readonly id: Id<'RoleGrant'> }>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
) => ({
  grant: t.prismaField({
    type: RoleGrant,
    resolve: (query, parent) =>
      database.roleGrant.findUniqueOrThrow({ ...query, where: { id: (parent as Parent).id } }),
  }),
})

mutation({
  name: 'GrantRole',
  description:
    'Gives an administrative role in one of roleOffers: by the level above, or one’s equal in the same place; nobody gives oneself one (F026).',
  input: (t) => ({
    personId: t.idOf('Person', {
      required: true,
      description: 'To whom; PERSON_NOT_QUALIFIED of who cannot have it.',
    }),
    role: t.field({ type: RoleEnum, required: true, description: 'Which role.' }),
    scope: t.field({
      type: ScopeInput,
      description:
        'What it is limited to; left out of a national role. SCOPE_INVALID of one that does not fit the role.',
    }),
    startsOn: t.field({
      type: 'Date',
      required: true,
      description: 'The first day; PERIOD_INVALID more than a year ahead.',
    }),
    endsOn: t.field({
      type: 'Date',
      description:
        'The last day; none while it is to go on. PERIOD_INVALID before the first, or when it is past; ALREADY_REGISTERED beside the same role in days of the period.',
    }),
  }),
  refusals: [IdentityRefused, NotFound],
  perform: ({ scope, startsOn: validFrom, endsOn: validTo = null, ...rest }, context) => {
    const { regionCode = null, enterpriseId = null } = scope ?? {}
    return grantRole({ ...rest, regionCode, enterpriseId, validFrom, validTo }, context)
  },
  success: grant,
})

mutationsOn({ id: 'grantId', refused: IdentityRefused, perform: grantCommands.perform, success: grant })({
  name: 'RevokeRole',
  description: 'Takes a role back at once, by who may give it; NOT_PERMITTED of one that is over (F026).',
  command: () => 'REVOKE' as const,
})
