import { builder } from '../../../builder.ts'
import { performGoalCommand } from '../../use-cases/perform-commands.ts'
import { sendTo } from '../../use-cases/send-to.ts'
import { answerWith, goalResult } from '../outcome.ts'

const SendGoalForApprovalInput = builder.inputType('SendGoalForApprovalInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    approverId: t.id({ required: true }),
  }),
})

builder.mutationField('sendGoalForApproval', (t) =>
  t.field({
    type: goalResult('SendGoalForApproval'),
    args: { input: t.arg({ type: SendGoalForApprovalInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const command = sendTo(input.approverId)
      const outcome = await performGoalCommand(input, command, context)
      return answerWith('SendGoalForApprovalSuccess', input.goalId, outcome, context)
    },
  }),
)
