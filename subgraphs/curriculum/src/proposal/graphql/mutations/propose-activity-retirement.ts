import { builder } from '../../../builder.ts'
import { propose } from '../../use-cases/propose.ts'
import { proposalResult } from '../result.ts'

const Input = builder.inputType('ProposeActivityRetirementInput', {
  fields: (t) => ({
    activityDefinitionId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    reason: t.string({ required: true }),
  }),
})

builder.mutationField('proposeActivityRetirement', (t) =>
  t.field({
    type: proposalResult('ProposeActivityRetirement'),
    description:
      "By a region's administrator, to the Directorate: what retireLearningActivityDefinition would do.",
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input: { reason, ...input } }, context) =>
      propose({ kind: 'RETIRE_ACTIVITY', input }, reason, context),
  }),
)
