import { dayOf, osloDay } from '@kompetanse/directory/day'
import type { Role } from '../domain/codes.ts'
import { mayRevoke } from '../domain/grant.ts'
import { asId } from '../outcome.ts'
import { batched } from '../persistence/batch.ts'
import { scopeSelect, toScope } from '../persistence/rows.ts'
import { askerFor, visibleGrants } from '../persistence/visibility.ts'
import { database } from '../database.ts'
import { builder, RoleEnum } from './builder.ts'

const RoleGrantCommand = builder.enumType('RoleGrantCommand', { values: ['REVOKE'] as const })

export const RoleGrant = builder.prismaObject('RoleGrant', {
  description:
    'Local and regional administrators, support, the Directorate. The training roles are relations, not grants.',
  fields: (t) => ({
    id: t.exposeID('id'),
    role: t.field({ type: RoleEnum, resolve: ({ role }) => role as Role }),
    person: t.relation('person'),
    region: t.relation('region', {
      nullable: true,
      description: 'What it is limited to; region and enterprise both null: the whole nation.',
    }),
    enterprise: t.relation('enterprise', { nullable: true }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.field({
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
        const grant = { ...row, validTo: row.validTo && dayOf(row.validTo), revoked: row.revokedAt !== null }
        const may = mayRevoke(grant, toScope(row), await askerFor(context), osloDay(context.now))
        return may ? ['REVOKE' as const] : []
      },
    }),
  }),
})

const visible = batched(async (context, keys) => {
  const where = { AND: [{ id: { in: keys.map(asId) } }, visibleGrants(context)] }
  return new Map((await database.roleGrant.findMany({ where })).map((row) => [row.id, row]))
})

builder.asEntity(RoleGrant, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context) => visible(context, asId(id)),
})
