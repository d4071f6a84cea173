import { builder } from '../../builder.ts'
import { SortDirection } from '../../graph/enums.ts'
import { ServicePeriodKind } from '../../statement/graphql/enums.ts'

export const ServiceTimeQueueFilter = builder.inputType('ServiceTimeQueueFilter', {
  fields: (t) => ({
    traineeId: t.idOf('Person', { description: 'Of this trainee only.' }),
    kind: t.field({ type: [ServicePeriodKind], description: 'Of one of these kinds.' }),
    search: t.string({ description: 'In names, places of work and positions.' }),
  }),
})

const ServiceTimeQueueOrderField = builder.enumType('ServiceTimeQueueOrderField', {
  description: 'By what the queue is sorted: when it was sent, its first day, or the trainee’s name.',
  values: ['SENT_AT', 'TRAINEE_NAME', 'STARTS_ON'] as const,
})

export const ServiceTimeQueueOrder = builder.inputType('ServiceTimeQueueOrder', {
  fields: (t) => ({
    field: t.field({ type: ServiceTimeQueueOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})
