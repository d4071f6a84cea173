import { builder } from '../../builder.ts'
import { counted } from '../../graph/counted.ts'
import { ServicePeriodCommand, ServicePeriodStatus } from './enums.ts'

const ServicePeriodHistoryEntry = builder.prismaObject('ServicePeriodHistory', {
  name: 'ServicePeriodHistoryEntry',
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'DateTime' }),
    command: t.expose('command', { type: ServicePeriodCommand }),
    status: t.expose('status', {
      type: ServicePeriodStatus,
      nullable: true,
      description: 'Null when removed.',
    }),
    by: t.relation('by'),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true }),
    comment: t.exposeString('comment', { nullable: true }),
    digest: t.exposeString('digest', {
      nullable: true,
      description: 'SHA-256 of what was decided on, or of what lost its signature.',
    }),
  }),
})

export const HistoryConnection = counted(ServicePeriodHistoryEntry, 'ServicePeriodHistory')
