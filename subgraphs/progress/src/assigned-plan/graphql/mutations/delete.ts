import { builder } from '../../../builder.ts'
import { changePlan, type PlanOutcome } from '../../use-cases/change-plan.ts'
import { planResult, toResult } from '../outcome.ts'

const DeleteAssignedPlanInput = builder.inputType('DeleteAssignedPlanInput', {
  fields: (t) => ({
    assignedPlanId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const DeleteAssignedPlanSuccess = builder
  .objectRef<Extract<PlanOutcome, { kind: 'done' }>>('DeleteAssignedPlanSuccess')
  .implement({ fields: (t) => ({ assignedPlanId: t.exposeID('id') }) })

builder.mutationField('deleteAssignedPlan', (t) =>
  t.field({
    type: planResult('DeleteAssignedPlan', DeleteAssignedPlanSuccess),
    description: 'Not begun only.',
    args: { input: t.arg({ type: DeleteAssignedPlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const change = { ...input, command: 'DELETE', reason: null } as const
      return toResult(await changePlan(change, context), 'DeleteAssignedPlan')
    },
  }),
)
