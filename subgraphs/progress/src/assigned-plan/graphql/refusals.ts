import { builder } from '../../builder.ts'
import type { PlanRefusal } from '../domain/decide.ts'

const AssignedPlanRefusalCode = builder.enumType('AssignedPlanRefusalCode', {
  values: {
    NOT_PERMITTED: {},
    ALREADY_ASSIGNED: {},
    PLAN_BEGUN: { description: 'Any progress exists: archive instead.' },
    PLAN_NOT_BEGUN: {},
    PLAN_ARCHIVED: {},
    REASON_REQUIRED: {},
    ROWS_EMPTY: {},
    TOO_MANY_ROWS: {},
  } as const satisfies Record<PlanRefusal, object>,
})

export const AssignedPlanRefused = builder
  .objectRef<{ readonly code: PlanRefusal }>('AssignedPlanRefused')
  .implement({ fields: (t) => ({ code: t.expose('code', { type: AssignedPlanRefusalCode }) }) })
