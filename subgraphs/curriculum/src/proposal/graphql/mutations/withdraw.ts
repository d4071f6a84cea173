import { builder } from '../../../builder.ts'
import { decide } from '../../use-cases/decide.ts'
import { proposalResult } from '../result.ts'

const Input = builder.inputType('WithdrawProposalInput', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

builder.mutationField('withdrawProposal', (t) =>
  t.field({
    type: proposalResult('WithdrawProposal'),
    description: 'By who proposed it, until it is answered.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => decide('WITHDRAW', input, context),
  }),
)
