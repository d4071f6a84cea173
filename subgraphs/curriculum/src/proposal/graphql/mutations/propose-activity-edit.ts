import { builder } from '../../../builder.ts'
import { wordingOf } from '../../../learning-activity/graphql/wording.ts'
import { propose } from '../../use-cases/propose.ts'
import { proposalResult } from '../result.ts'

const Input = builder.inputType('ProposeActivityEditInput', {
  fields: (t) => ({
    activityDefinitionId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    title: t.string({ required: true }),
    description: t.string(),
    validMonths: t.int(),
    courseHours: t.int(),
    reason: t.string({ required: true }),
  }),
})

builder.mutationField('proposeActivityEdit', (t) =>
  t.field({
    type: proposalResult('ProposeActivityEdit'),
    description:
      "By a region's administrator, to the Directorate: what editLearningActivityDefinition would do.",
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input: { reason, activityDefinitionId, expectedVersion, ...wording } }, context) =>
      propose(
        { kind: 'EDIT_ACTIVITY', input: { activityDefinitionId, expectedVersion, ...wordingOf(wording) } },
        reason,
        context,
      ),
  }),
)
