import { cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { performGoalCommand } from '../../use-cases/perform-commands.ts'
import { answerWith, goalResult } from '../outcome.ts'

const RevokeGoalApprovalInput = builder.inputType('RevokeGoalApprovalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('revokeGoalApproval', (t) =>
  t.field({
    type: goalResult('RevokeGoalApproval'),
    description: 'Back to WAITING, with the mandatory e-mail.',
    args: { input: t.arg({ type: RevokeGoalApprovalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const command = { name: 'REVOKE_APPROVAL', comment: cleanText(input.comment) } as const
      const outcome = await performGoalCommand(input, command, context)
      return answerWith('RevokeGoalApprovalSuccess', input.goalId, outcome, context)
    },
  }),
)
