import { builder, forRegions, RegionCode } from '../../builder.ts'
import { database } from '../../database.ts'
import { visibleEnterprises } from '../persistence/places.ts'
import { Enterprise, Region, Unit } from './Organisation.ts'

const Nation = builder.objectRef<{ name: string }>('Nation').implement({
  description: 'The root of the organisation.',
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
    description: "The organisation's root: nation → region → enterprise → unit (F027).",
    resolve: (_root, _args, { actor }) => (actor.kind === 'person' ? { name: 'Norge' } : null),
  }),
  region: t.prismaField({
    type: Region,
    nullable: true,
    ...forRegions,
    description:
      "Null unless the actor's scope covers it: a token of one region never sees another (F027, B16).",
    args: { code: t.arg({ type: RegionCode, required: true, description: 'Which region.' }) },
    resolve: (query, _root, { code }, context) =>
      database.region.findFirst({
        ...query,
        where: { code, enterprises: { some: visibleEnterprises(context) } },
      }),
  }),
  enterprise: t.prismaField({
    type: Enterprise,
    nullable: true,
    description:
      'One enterprise, for any signed-in person, and for a region’s system when it is of the region; null of others (F027).',
    args: { id: t.arg.idOf('Enterprise', { required: true, description: 'Of the enterprise.' }) },
    resolve: (query, _root, { id }, context) =>
      database.enterprise.findFirst({
        ...query,
        where: { AND: [{ id: id }, visibleEnterprises(context)] },
      }),
  }),
  unit: t.prismaField({
    type: Unit,
    nullable: true,
    description:
      'One unit, for any signed-in person, and for a region’s system when it is of the region; null of others (F027).',
    args: { id: t.arg.idOf('Unit', { required: true, description: 'Of the unit.' }) },
    resolve: (query, _root, { id }, context) =>
      database.unit.findFirst({ ...query, where: { id: id, enterprise: visibleEnterprises(context) } }),
  }),
}))
