/** Arguments of the signing queue and of the approval queue. */
import { builder } from '../builder.ts'
import { QUEUE_ORDER_FIELDS } from '../live/queue-filter.ts'
import { SortDirection } from './enums.ts'

export const QueueFilter = builder.inputType('QueueFilter', {
  fields: (t) => ({
    traineeId: t.idOf('Person', { description: 'Of this trainee only.' }),
    planTemplateId: t.idOf('PlanTemplate', { description: 'Of this plan only.' }),
    search: t.string(),
  }),
})

const Field = builder.enumType('QueueOrderField', {
  description: 'By what a queue is sorted: when it was sent, the trainee’s name, or the code of the goal.',
  values: QUEUE_ORDER_FIELDS,
})

export const QueueOrder = builder.inputType('QueueOrder', {
  fields: (t) => ({
    field: t.field({ type: Field, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})
