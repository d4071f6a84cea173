import { cleanText } from '@kompetanse/graph'
import { builder, NotFound } from '../../../builder.ts'
import { addDelegate } from '../../use-cases/add-delegate.ts'
import { DelegationRefused, delegationSuccess, typeOf } from '../refusals.ts'

const AddDelegateInput = builder.inputType('AddDelegateInput', {
  fields: (t) => ({
    delegateId: t.id({ required: true }),
    guideline: t.string({ required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date' }),
  }),
})

const AddDelegateResult = builder.unionType('AddDelegateResult', {
  types: [delegationSuccess('AddDelegateSuccess'), DelegationRefused, NotFound],
  resolveType: typeOf,
})

builder.mutationField('addDelegate', (t) =>
  t.field({
    type: AddDelegateResult,
    args: { input: t.arg({ type: AddDelegateInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { delegateId, validFrom, validTo = null } = input
      const guideline = cleanText(input.guideline)
      const outcome = await addDelegate({ delegateId, guideline, validFrom, validTo }, context)
      switch (outcome.kind) {
        case 'done':
          return { __typename: 'AddDelegateSuccess', delegation: outcome.delegation }
        case 'refused':
          return { __typename: 'DelegationRefused', code: outcome.code } as const
        case 'not_found':
          return { __typename: 'NotFound', id: delegateId } as const
      }
    },
  }),
)
