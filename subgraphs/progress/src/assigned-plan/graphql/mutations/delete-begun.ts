import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { changePlan, type PlanOutcome } from '../../use-cases/change-plan.ts'
import { planResult, toResult } from '../outcome.ts'

const DeleteBegunPlanInput = builder.inputType('DeleteBegunPlanInput', {
  fields: (t) => ({
    assignedPlanId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    reason: t.string({ required: true }),
  }),
})

const DeleteBegunPlanSuccess = builder
  .objectRef<Extract<PlanOutcome, { kind: 'done' }>>('DeleteBegunPlanSuccess')
  .implement({ fields: (t) => ({ assignedPlanId: t.exposeID('id') }) })

builder.mutationField('deleteBegunPlan', (t) =>
  t.field({
    type: planResult('DeleteBegunPlan', DeleteBegunPlanSuccess),
    description: 'Support only; the reason is logged.',
    args: { input: t.arg({ type: DeleteBegunPlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const change = { ...input, command: 'DELETE_BEGUN', reason: cleanText(input.reason) } as const
      return toResult(await changePlan(change, context), 'DeleteBegunPlan')
    },
  }),
)
