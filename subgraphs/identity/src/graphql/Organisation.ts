import { isCode, pageOf } from '@kompetanse/graph'
import type { EnterpriseKind, RegionCode as Code } from '../domain/codes.ts'
import { asId } from '../outcome.ts'
import { batched } from '../persistence/batch.ts'
import { administeredUnit, inForce, visibleEnterprises } from '../persistence/visibility.ts'
import { database } from '../database.ts'
import { builder, EnterpriseKindEnum, forRegions, RegionCode } from './builder.ts'

/** Who answers for the portal in a place, today (F027). */
const administering = (role: 'LOCAL_ADMIN' | 'REGIONAL_ADMIN', now: Date) => ({
  where: { AND: [inForce(now), { role, revokedAt: null }] },
  orderBy: { id: 'asc' as const },
})

export const Region = builder.prismaObject('Region', {
  fields: (t) => ({
    code: t.field({ type: RegionCode, ...forRegions, resolve: ({ code }) => code as Code }),
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
      { name: 'EnterpriseConnection', ...forRegions },
      { name: 'EnterpriseEdge', ...forRegions },
    ),
  }),
})

export const Enterprise = builder.prismaObject('Enterprise', {
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
      { name: 'UnitConnection', ...forRegions },
      { name: 'UnitEdge', ...forRegions },
    ),
  }),
})

export const Unit = builder.prismaObject('Unit', {
  fields: (t) => ({
    id: t.exposeID('id', forRegions),
    name: t.exposeString('name', { shareable: true, ...forRegions }),
    enterprise: t.relation('enterprise'),
    parent: t.relation('parent', { nullable: true }),
    leader: t.relation('leader', { nullable: true }),
    persons: t.relatedConnection(
      'persons',
      {
        cursor: 'id',
        totalCount: true,
        ...pageOf(50, 100),
        description: 'Who works there; for those who administer the unit, empty for others.',
        query: (_args, context) => ({
          where: { active: true, unit: administeredUnit(context) },
          orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { id: 'asc' }],
        }),
      },
      { name: 'UnitPersonConnection' },
      { name: 'UnitPersonEdge' },
    ),
  }),
})

const regions = batched(async (context, keys) => {
  const enterprises = { some: visibleEnterprises(context) }
  const rows = await database.region.findMany({ where: { code: { in: keys.filter(isCode) }, enterprises } })
  return new Map(rows.map((row) => [row.code, row]))
})
const enterprises = batched(async (context, keys) => {
  const where = { AND: [{ id: { in: keys.map(asId) } }, visibleEnterprises(context)] }
  return new Map((await database.enterprise.findMany({ where })).map((row) => [row.id, row]))
})
const units = batched(async (context, keys) => {
  const where = { id: { in: keys.map(asId) }, enterprise: visibleEnterprises(context) }
  return new Map((await database.unit.findMany({ where })).map((row) => [row.id, row]))
})

const byId = builder.selection<{ id: string }>('id')
builder.asEntity(Region, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context) => regions(context, code),
})
builder.asEntity(Enterprise, {
  key: byId,
  resolveReference: ({ id }, context) => enterprises(context, asId(id)),
})
builder.asEntity(Unit, { key: byId, resolveReference: ({ id }, context) => units(context, asId(id)) })

const Nation = builder.objectRef<{ name: string }>('Nation').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    regions: t.prismaField({
      type: [Region],
      resolve: (query) => database.region.findMany({ ...query, orderBy: { position: 'asc' } }),
    }),
  }),
})

builder.queryFields((t) => ({
  nation: t.field({
    type: Nation,
    nullable: true,
    description: "The organisation's root: nation → region → enterprise → unit.",
    resolve: (_root, _args, { actor }) => (actor.kind === 'person' ? { name: 'Norge' } : null),
  }),
  region: t.prismaField({
    type: Region,
    nullable: true,
    ...forRegions,
    description: "Null unless the actor's scope covers it: a token of one region never sees another.",
    args: { code: t.arg({ type: RegionCode, required: true }) },
    resolve: (query, _root, { code }, context) =>
      database.region.findFirst({
        ...query,
        where: { code, enterprises: { some: visibleEnterprises(context) } },
      }),
  }),
  enterprise: t.prismaField({
    type: Enterprise,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      database.enterprise.findFirst({
        ...query,
        where: { AND: [{ id: asId(id) }, visibleEnterprises(context)] },
      }),
  }),
  unit: t.prismaField({
    type: Unit,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      database.unit.findFirst({ ...query, where: { id: asId(id), enterprise: visibleEnterprises(context) } }),
  }),
}))
