import { today } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { visiblePeriod } from '../../directory/visibility.ts'
import { visiblePeriods } from '../persistence/visible.ts'
import { ServicePeriod } from './ServicePeriod.ts'

builder.queryField('servicePeriod', (t) =>
  t.prismaField({
    type: ServicePeriod,
    nullable: true,
    description: 'For the trainee, their leaders and deputies, and who was asked to sign it (F138).',
    args: { id: t.arg.idOf('ServicePeriod', { required: true, description: 'Of the period.' }) },
    resolve: (query, _root, { id }, { actor, now }) =>
      database.servicePeriod.findFirst({ ...query, where: { id, ...visiblePeriod(actor, today(now)) } }),
  }),
)

builder.asEntity(ServicePeriod, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => (await visiblePeriods(id, context)) ?? null,
})
