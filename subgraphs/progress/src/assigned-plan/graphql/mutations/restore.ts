import { builder } from '../../../builder.ts'
import { changePlan, type PlanOutcome } from '../../use-cases/change-plan.ts'
import { planResult, toResult } from '../outcome.ts'
import { planById } from '../plan-by-id.ts'

const RestoreAssignedPlanInput = builder.inputType('RestoreAssignedPlanInput', {
  fields: (t) => ({
    assignedPlanId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const RestoreAssignedPlanSuccess = builder
  .objectRef<Extract<PlanOutcome, { kind: 'done' }>>('RestoreAssignedPlanSuccess')
  .implement({ fields: (t) => ({ plan: planById(t) }) })

builder.mutationField('restoreAssignedPlan', (t) =>
  t.field({
    type: planResult('RestoreAssignedPlan', RestoreAssignedPlanSuccess),
    args: { input: t.arg({ type: RestoreAssignedPlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const change = { ...input, command: 'RESTORE', reason: null } as const
      return toResult(await changePlan(change, context), 'RestoreAssignedPlan')
    },
  }),
)
