import { pageOf, references } from '@kompetanse/graph'
import { grantInForce } from '../../authority/persistence/in-force.ts'
import { builder, counted, forRegions, RegionCode } from '../../builder.ts'
import { database } from '../../database.ts'
import { ENTERPRISE_KINDS, type EnterpriseKind } from '../domain/codes.ts'
import { visibleEnterprises } from '../persistence/places.ts'

const EnterpriseKindEnum = builder.enumType('EnterpriseKind', {
  description: 'Approved (hospital) or registered (general practice, community and occupational medicine).',
  values: ENTERPRISE_KINDS,
})

/** Who answers for the portal in a place, today (F027). */
const administering = (role: 'LOCAL_ADMIN' | 'REGIONAL_ADMIN', now: Date) => ({
  where: { role, ...grantInForce(now) },
  orderBy: { id: 'asc' as const },
})

export const Region = builder.prismaObject('Region', {
  description: 'A regional health authority, or the municipal part.',
  fields: (t) => ({
    code: t.field({ type: RegionCode, ...forRegions, resolve: ({ code }) => code }),
    name: t.exposeString('name', forRegions),
    administrators: t.prismaField({
      type: ['Person'],
      description: 'The regional system owners.',
      select: (_args, { now }, nested) => ({
        grants: { ...administering('REGIONAL_ADMIN', now), select: { person: nested(true) } },
      }),
      resolve: (_query, { grants }) => grants.map(({ person }) => person),
    }),
    enterprises: t.relatedConnection(
      'enterprises',
      {
        cursor: 'id',
        totalCount: true,
        ...pageOf(50),
        ...forRegions,
        query: { orderBy: [{ name: 'asc' }, { id: 'asc' }] },
      },
      ...counted(Enterprise, 'Enterprise', forRegions),
    ),
  }),
})

export const Enterprise = builder.prismaObject('Enterprise', {
  description: 'A municipality or a hospital that trains doctors.',
  fields: (t) => ({
    id: t.exposeID('id', forRegions),
    name: t.exposeString('name', { shareable: true, ...forRegions }),
    kind: t.field({ type: EnterpriseKindEnum, ...forRegions, resolve: ({ kind }) => kind as EnterpriseKind }),
    region: t.relation('region', forRegions),
    administrators: t.prismaField({
      type: ['Person'],
      description: 'The local system administrators.',
      select: (_args, { now }, nested) => ({
        grants: { ...administering('LOCAL_ADMIN', now), select: { person: nested(true) } },
      }),
      resolve: (_query, { grants }) => grants.map(({ person }) => person),
    }),
    units: t.relatedConnection(
      'units',
      {
        cursor: 'id',
        totalCount: true,
        ...pageOf(50),
        ...forRegions,
        query: { orderBy: [{ name: 'asc' }, { id: 'asc' }] },
      },
      ...counted(Unit, 'Unit', forRegions),
    ),
  }),
})

export const Unit = builder.prismaObject('Unit', {
  description: 'A unit of an enterprise, in which people work.',
  fields: (t) => ({
    id: t.exposeID('id', forRegions),
    name: t.exposeString('name', { shareable: true, ...forRegions }),
    enterprise: t.relation('enterprise'),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The unit that it is a part of; null at the top of an enterprise.',
    }),
    leader: t.relation('leader', { nullable: true, description: 'Null when the unit has none.' }),
  }),
})

const findRegion = references('Region', 'code', (codes, { query, context }) => {
  const where = { code: { in: codes }, enterprises: { some: visibleEnterprises(context) } }
  return database.region.findMany({ ...query, where })
})
const findEnterprise = references('Enterprise', 'id', (ids, { query, context }) => {
  const where = { AND: [{ id: { in: ids } }, visibleEnterprises(context)] }
  return database.enterprise.findMany({ ...query, where })
})
const findUnit = references('Unit', 'id', (ids, { query, context }) => {
  const where = { id: { in: ids }, enterprise: visibleEnterprises(context) }
  return database.unit.findMany({ ...query, where })
})

const byId = builder.selection<{ id: string }>('id')
builder.asEntity(Region, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context, info) => findRegion(code, context, info),
})
builder.asEntity(Enterprise, {
  key: byId,
  resolveReference: ({ id }, context, info) => findEnterprise(id, context, info),
})
builder.asEntity(Unit, {
  key: byId,
  resolveReference: ({ id }, context, info) => findUnit(id, context, info),
})
