import { builder } from '../../../builder.ts'
import { decide } from '../../use-cases/decide.ts'
import { proposalResult } from '../result.ts'

const Input = builder.inputType('AcceptProposalInput', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('acceptProposal', (t) =>
  t.field({
    type: proposalResult('AcceptProposal'),
    description: 'By the Directorate: what is proposed is done at once, as it was proposed.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => decide('ACCEPT', input, context),
  }),
)
