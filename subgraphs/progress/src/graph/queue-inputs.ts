/** Arguments of the signing queue and of the approval queue. */
import { builder } from '../builder.ts'
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
  values: ['SENT_AT', 'TRAINEE_NAME', 'CODE'] as const,
})

export const QueueOrder = builder.inputType('QueueOrder', {
  fields: (t) => ({
    field: t.field({ type: Field, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})

export type QueueFilterInput = typeof QueueFilter.$inferInput
export type QueueOrderField = typeof Field.$inferType
