import { today } from '@kompetanse/calendar/day'
import { running } from '@kompetanse/calendar/running'
import { references, pageOf } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { database } from '../../database.ts'
import { PlanVersion } from './PlanVersion.ts'

export const PlanTemplate = builder.prismaObject('PlanTemplate', {
  description: 'A plan of learning goals, whatever its version.',
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code'),
    title: t.exposeString('title', { shareable: true }),
    currentVersion: t.prismaField({
      type: 'PlanVersion',
      nullable: true,
      description: 'For what a new trainee gets today; null before the first is published.',
      select: (_args, { now }, nested) => ({
        versions: nested({
          where: { status: 'PUBLISHED', ...running(today(now)) },
          orderBy: { validFrom: 'desc' },
          take: 1,
        }),
      }),
      resolve: (_query, template) => template.versions[0] ?? null,
    }),
    versions: t.relatedConnection(
      'versions',
      {
        cursor: 'id',
        ...pageOf(10, 50),
        totalCount: true,
        query: { orderBy: { validFrom: 'desc' } },
        description: 'Newest first.',
      },
      ...counted(PlanVersion, 'PlanVersion'),
    ),
  }),
})

const findPlanTemplate = references('PlanTemplate', 'id', (ids, { query }) =>
  database.planTemplate.findMany({ ...query, where: { id: { in: ids } } }),
)

builder.asEntity(PlanTemplate, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPlanTemplate(id, context, info),
})
