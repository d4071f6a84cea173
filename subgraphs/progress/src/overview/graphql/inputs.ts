import { builder } from '../../builder.ts'
import { SortDirection } from '../../graph/enums.ts'

export const OverviewScope = builder.enumType('OverviewScope', {
  values: ['LED', 'MENTORED', 'SUPERVISED', 'AS_DEPUTY'] as const,
})

export const TraineeFilter = builder.inputType('TraineeFilter', {
  fields: (t) => ({
    unitIds: t.idsOf('Unit'),
    trackCodes: t.stringList(),
    planTemplateId: t.idOf('PlanTemplate'),
    search: t.string(),
    waitingOnly: t.boolean(),
  }),
})

const TraineeOverviewOrderField = builder.enumType('TraineeOverviewOrderField', {
  values: ['NAME', 'GOAL_PERCENT', 'ACTIVITY_PERCENT', 'WAITING', 'LONGEST_WAIT'] as const,
})

export const TraineeOverviewOrder = builder.inputType('TraineeOverviewOrder', {
  fields: (t) => ({
    field: t.field({ type: TraineeOverviewOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})
