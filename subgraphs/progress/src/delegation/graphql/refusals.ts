import { builder } from '../../builder.ts'
import type { Delegation as DelegationRow } from '../../generated/db/client.ts'
import type { DelegationRefusal } from '../domain/delegate.ts'
import { Delegation } from './Delegation.ts'

const DelegationRefusalCode = builder.enumType('DelegationRefusalCode', {
  values: [
    'NOT_PERMITTED',
    'ALREADY_DELEGATE',
    'PERSON_NOT_QUALIFIED',
    'GUIDELINE_REQUIRED',
    'PERIOD_INVALID',
  ] as const satisfies DelegationRefusal[],
})

export interface RefusedShape {
  readonly __typename: 'DelegationRefused'
  readonly code: DelegationRefusal
}

export const DelegationRefused = builder.objectRef<RefusedShape>('DelegationRefused').implement({
  fields: (t) => ({ code: t.expose('code', { type: DelegationRefusalCode }) }),
})

export interface SuccessShape {
  readonly delegation: DelegationRow
}

/** `XSuccess { delegation }`. */
export const delegationSuccess = (name: string) =>
  builder.objectRef<SuccessShape>(name).implement({
    fields: (t) => ({
      delegation: t.field({ type: Delegation, resolve: ({ delegation }) => delegation }),
    }),
  })

/** The member of a result union that a value says it is. */
export const typeOf = (value: unknown): string => (value as { readonly __typename: string }).__typename
