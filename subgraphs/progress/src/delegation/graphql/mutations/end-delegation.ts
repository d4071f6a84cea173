import { builder, NotFound, StaleVersion } from '../../../builder.ts'
import { endDelegation } from '../../use-cases/end-delegation.ts'
import { DelegationRefused, delegationSuccess, typeOf } from '../refusals.ts'

const EndDelegationInput = builder.inputType('EndDelegationInput', {
  fields: (t) => ({
    delegationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const EndDelegationResult = builder.unionType('EndDelegationResult', {
  types: [delegationSuccess('EndDelegationSuccess'), DelegationRefused, NotFound, StaleVersion],
  resolveType: typeOf,
})

builder.mutationField('endDelegation', (t) =>
  t.field({
    type: EndDelegationResult,
    args: { input: t.arg({ type: EndDelegationInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { delegationId, expectedVersion } = input
      const outcome = await endDelegation(input, context)
      switch (outcome.kind) {
        case 'done':
          return { __typename: 'EndDelegationSuccess', delegation: outcome.delegation }
        case 'refused':
          return { __typename: 'DelegationRefused', code: outcome.code } as const
        case 'not_found':
          return { __typename: 'NotFound', id: delegationId } as const
        case 'stale': {
          const { currentVersion } = outcome
          return { __typename: 'StaleVersion', expectedVersion, currentVersion } as const
        }
      }
    },
  }),
)
