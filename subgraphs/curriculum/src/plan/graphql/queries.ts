import { containing, pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { PlanTemplate } from './PlanTemplate.ts'

const PlanTemplateFilter = builder.inputType('PlanTemplateFilter', {
  fields: (t) => ({ trackCode: t.string(), search: t.string() }),
})

type Filter = typeof PlanTemplateFilter.$inferInput | null | undefined

const where = (filter: Filter): Prisma.PlanTemplateWhereInput => {
  const search = filter?.search
  return {
    ...(filter?.trackCode && { tracks: { some: { trackCode: filter.trackCode } } }),
    ...(search && { OR: [{ title: containing(search) }, { code: containing(search) }] }),
  }
}

builder.queryFields((t) => ({
  planTemplate: t.prismaField({
    type: 'PlanTemplate',
    nullable: true,
    description: 'One plan with its versions; null of one that does not exist (F101).',
    args: { id: t.arg.idOf('PlanTemplate', { required: true, description: 'Of the plan.' }) },
    resolve: (query, _root, { id }) => database.planTemplate.findUnique({ ...query, where: { id: id } }),
  }),
  planVersion: t.prismaField({
    type: 'PlanVersion',
    nullable: true,
    description: 'One version of a plan; null of one that does not exist (B05).',
    args: { id: t.arg.idOf('PlanVersion', { required: true, description: 'Of the version.' }) },
    resolve: (query, _root, { id }) => database.planVersion.findUnique({ ...query, where: { id: id } }),
  }),
  planTemplates: t.prismaConnection(
    {
      type: 'PlanTemplate',
      nullable: true,
      cursor: 'id',
      ...pageOf(50, 200),
      description: 'Search and choose a plan to assign (F101).',
      args: { filter: t.arg({ type: PlanTemplateFilter }) },
      totalCount: (_root, { filter }) => database.planTemplate.count({ where: where(filter) }),
      resolve: (query, _root, { filter }) =>
        database.planTemplate.findMany({ ...query, where: where(filter), orderBy: { position: 'asc' } }),
    },
    ...counted(PlanTemplate, 'PlanTemplate'),
  ),
}))
