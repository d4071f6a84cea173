import type { EnterpriseKind, RegionCode as Code } from '../domain/codes.ts'
import { asId } from '../outcome.ts'
import { batched } from '../persistence/batch.ts'
import { visibleEnterprises } from '../persistence/visibility.ts'
import { db } from '../runtime.ts'
import { builder, EnterpriseKindEnum, forRegions, RegionCode } from './builder.ts'

export const Region = builder.prismaObject('Region', {
  fields: (t) => ({
    code: t.field({ type: RegionCode, ...forRegions, resolve: ({ code }) => code as Code }),
    name: t.exposeString('name', forRegions),
    enterprises: t.relatedConnection(
      'enterprises',
      {
        cursor: 'id',
        totalCount: true,
        defaultSize: 50,
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
    units: t.relatedConnection(
      'units',
      {
        cursor: 'id',
        totalCount: true,
        defaultSize: 50,
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
  }),
})

const regions = batched(async (context, keys) => {
  const enterprises = { some: visibleEnterprises(context) }
  const rows = await db().region.findMany({ where: { code: { in: [...keys] }, enterprises } })
  return new Map(rows.map((row) => [row.code, row]))
})
const enterprises = batched(async (context, keys) => {
  const where = { AND: [{ id: { in: keys.map(asId) } }, visibleEnterprises(context)] }
  return new Map((await db().enterprise.findMany({ where })).map((row) => [row.id, row]))
})
const units = batched(async (context, keys) => {
  const where = { id: { in: keys.map(asId) }, enterprise: visibleEnterprises(context) }
  return new Map((await db().unit.findMany({ where })).map((row) => [row.id, row]))
})

const byId = builder.selection<{ id: string }>('id')
builder.asEntity(Region, {
  key: builder.selection<{ code: string }>('code'),
  resolveReference: ({ code }, context) => regions(context, code),
})
builder.asEntity(Enterprise, {
  key: byId,
  resolveReference: ({ id }, context) => enterprises(context, id),
})
builder.asEntity(Unit, { key: byId, resolveReference: ({ id }, context) => units(context, id) })

const Nation = builder.objectRef<{ name: string }>('Nation').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    regions: t.prismaField({
      type: [Region],
      resolve: (query) => db().region.findMany({ ...query, orderBy: { position: 'asc' } }),
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
      db().region.findFirst({
        ...query,
        where: { code, enterprises: { some: visibleEnterprises(context) } },
      }),
  }),
  enterprise: t.prismaField({
    type: Enterprise,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      db().enterprise.findFirst({
        ...query,
        where: { AND: [{ id: asId(id) }, visibleEnterprises(context)] },
      }),
  }),
  unit: t.prismaField({
    type: Unit,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, context) =>
      db().unit.findFirst({ ...query, where: { id: asId(id), enterprise: visibleEnterprises(context) } }),
  }),
}))
