import { dayOf, osloDay } from '@kompetanse/calendar/day'
import { references } from '@kompetanse/graph'
import { ROLES, type Role } from '@kompetanse/schema/roles'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Scope } from '../../organisation/graphql/Scope.ts'
import { GRANT_COMMANDS, availableCommands } from '../domain/grant.ts'
import { scopeSelect, toGrant, toScope } from '../persistence/load.ts'
import { visibleGrants } from '../persistence/visible.ts'

export const RoleEnum = builder.enumType('Role', {
  description: 'Administrative roles, given by administration; the training roles are relations.',
  values: ROLES,
})

const RoleGrantCommand = builder.enumType('RoleGrantCommand', {
  description: 'What can be done with a role that was given.',
  values: GRANT_COMMANDS,
})

export const RoleGrant = builder.prismaObject('RoleGrant', {
  description:
    'Local and regional administrators, support, the Directorate. The training roles are relations, not grants.',
  fields: (t) => ({
    id: t.exposeID('id'),
    role: t.field({ type: RoleEnum, resolve: ({ role }) => role as Role }),
    person: t.relation('person'),
    scope: t.field({
      type: Scope,
      nullable: true,
      description: 'What it is limited to; null of a national role.',
      select: { region: true, enterprise: true },
      resolve: ({ region, enterprise }) => enterprise ?? region,
    }),
    startsOn: t.expose('validFrom', { type: 'Date' }),
    endsOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day; of a revoked grant the day it was revoked.',
      resolve: ({ validTo, revokedAt }) => (revokedAt ? osloDay(revokedAt) : validTo && dayOf(validTo)),
    }),
    version: t.exposeInt('version'),
    availableCommands: t.field({
      type: [RoleGrantCommand],
      select: scopeSelect,
      resolve: async (row, _args, context) => {
        const authority = await authorityFor(context)
        const situation = { authority, scope: toScope(row), today: osloDay(context.now) }
        return [...availableCommands(toGrant(row), situation)]
      },
    }),
  }),
})

const findGrant = references('RoleGrant', 'id', (ids, { query, context }) => {
  const where = { AND: [{ id: { in: ids } }, visibleGrants(context)] }
  return database.roleGrant.findMany({ ...query, where })
})

builder.asEntity(RoleGrant, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findGrant(id, context, info),
})
