import { builder } from '../../../builder.ts'
import { changePlan, type PlanOutcome } from '../../use-cases/change-plan.ts'
import { planResult, toResult } from '../outcome.ts'
import { planById } from '../plan-by-id.ts'

const ArchiveAssignedPlanInput = builder.inputType('ArchiveAssignedPlanInput', {
  fields: (t) => ({
    assignedPlanId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const ArchiveAssignedPlanSuccess = builder
  .objectRef<Extract<PlanOutcome, { kind: 'done' }>>('ArchiveAssignedPlanSuccess')
  .implement({ fields: (t) => ({ plan: planById(t) }) })

builder.mutationField('archiveAssignedPlan', (t) =>
  t.field({
    type: planResult('ArchiveAssignedPlan', ArchiveAssignedPlanSuccess),
    args: { input: t.arg({ type: ArchiveAssignedPlanInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const change = { ...input, command: 'ARCHIVE', reason: null } as const
      return toResult(await changePlan(change, context), 'ArchiveAssignedPlan')
    },
  }),
)
