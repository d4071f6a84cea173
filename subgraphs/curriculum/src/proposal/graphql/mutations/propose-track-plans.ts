import { builder } from '../../../builder.ts'
import { propose } from '../../use-cases/propose.ts'
import { proposalResult } from '../result.ts'

const Input = builder.inputType('ProposeTrackPlansInput', {
  fields: (t) => ({
    trackCode: t.string({ required: true }),
    expectedVersion: t.int({ required: true }),
    planTemplateIds: t.idList({ required: true }),
    assignsAutomatically: t.boolean({ required: true }),
    reason: t.string({ required: true }),
  }),
})

builder.mutationField('proposeTrackPlans', (t) =>
  t.field({
    type: proposalResult('ProposeTrackPlans'),
    description: "By a region's administrator, to the Directorate: what setTrackPlans would do.",
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input: { reason, ...input } }, context) =>
      propose({ kind: 'SET_TRACK_PLANS', input }, reason, context),
  }),
)
