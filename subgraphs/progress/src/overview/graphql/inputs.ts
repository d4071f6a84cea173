import { builder } from '../../builder.ts'
import { SortDirection } from '../../graph/enums.ts'

export const OverviewScope = builder.enumType('OverviewScope', {
  description:
    'To whom the trainees of an overview are something today: whom the actor leads, mentors or supervises, or whose leader the actor stands in for.',
  values: ['LED', 'MENTORED', 'SUPERVISED', 'AS_DEPUTY'] as const,
})

export const TraineeFilter = builder.inputType('TraineeFilter', {
  fields: (t) => ({
    unitIds: t.idsOf('Unit', { description: 'In one of these units.' }),
    trackCodes: t.stringList(),
    planTemplateId: t.idOf('PlanTemplate', {
      description: 'Only who has this plan; the figures are then of it alone (F120).',
    }),
    search: t.string(),
    waitingOnly: t.boolean({ description: 'Only who has a goal or an activity that waits.' }),
  }),
})

const TraineeOverviewOrderField = builder.enumType('TraineeOverviewOrderField', {
  description: 'By what an overview is sorted.',
  values: ['NAME', 'GOAL_PERCENT', 'ACTIVITY_PERCENT', 'WAITING', 'LONGEST_WAIT'] as const,
})

export const TraineeOverviewOrder = builder.inputType('TraineeOverviewOrder', {
  fields: (t) => ({
    field: t.field({ type: TraineeOverviewOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})
