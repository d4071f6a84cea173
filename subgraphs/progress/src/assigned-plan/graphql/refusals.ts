import { refusal } from '../../builder.ts'
import type { PlanRefusal } from '../domain/plan.ts'

export const AssignedPlanRefused = refusal<PlanRefusal>('AssignedPlanRefused', {
  codes: {
    ...{ NOT_PERMITTED: '', ALREADY_ASSIGNED: '', PLAN_NOT_BEGUN: '', PLAN_ARCHIVED: '' },
    ...{ PLAN_BEGUN: 'any progress exists: archive instead.', REASON_REQUIRED: '' },
    ...{ ROWS_EMPTY: '', TOO_MANY_ROWS: '' },
  },
})
