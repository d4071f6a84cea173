import { builder } from '../../../builder.ts'
import { decide } from '../../use-cases/decide.ts'
import { proposalResult } from '../result.ts'

const Input = builder.inputType('RejectProposalInput', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    comment: t.string({ required: true }),
  }),
})

builder.mutationField('rejectProposal', (t) =>
  t.field({
    type: proposalResult('RejectProposal'),
    description: 'By the Directorate, which says why.',
    args: { input: t.arg({ type: Input, required: true }) },
    resolve: (_root, { input }, context) => decide('REJECT', input, context),
  }),
)
