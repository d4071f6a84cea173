import { builder, SortDirection } from '../../builder.ts'
import { ConversationStatus } from './enums.ts'

export const ConversationFilter = builder.inputType('ConversationFilter', {
  fields: (t) => ({
    traineeId: t.id({ description: 'Of one mentee only.' }),
    status: t.field({ type: [ConversationStatus] }),
    from: t.field({ type: 'Date', description: 'The first day, in Oslo.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
})

export const ConversationReportFilter = builder.inputType('ConversationReportFilter', {
  fields: (t) => ({
    traineeIds: t.idList(),
    unitIds: t.idList(),
    status: t.field({ type: [ConversationStatus] }),
    from: t.field({ type: 'Date' }),
    to: t.field({ type: 'Date' }),
  }),
})

const ConversationOrderField = builder.enumType('ConversationOrderField', {
  values: ['STARTS_AT', 'TRAINEE_NAME'] as const,
})

export const ConversationOrder = builder.inputType('ConversationOrder', {
  fields: (t) => ({
    field: t.field({ type: ConversationOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})

/** Raw input of what is planned: when, where, about what. */
export const RepeatInput = builder.inputType('RepeatInput', {
  description: 'The same time of day in Oslo, every so many weeks; count (the first included) or until.',
  fields: (t) => ({
    everyWeeks: t.int({ required: true }),
    count: t.int(),
    until: t.field({ type: 'Date', description: 'The last day that a conversation may be on.' }),
  }),
})

export type FilterInput = typeof ConversationFilter.$inferInput
export type ReportFilterInput = typeof ConversationReportFilter.$inferInput
export type OrderInput = typeof ConversationOrder.$inferInput
