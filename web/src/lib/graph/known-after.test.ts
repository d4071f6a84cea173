import { CombinedError } from '@urql/core'
import { expect, it } from 'vitest'
import { knownAfter } from './known-after.ts'

const goal = { goal: { id: 'g' } }
const former = { data: goal, error: undefined, stale: true }
const cut = new CombinedError({ networkError: new Error('cut') })
const refused = new CombinedError({ graphQLErrors: ['UNAUTHENTICATED'] })

it.each([
  ['an answer', { data: { goal: null }, error: undefined }, { goal: null }],
  ['an answer in part', { data: goal, error: refused }, goal],
  ['none, since the network is cut: what was there stays', { data: undefined, error: cut }, goal],
  ['a refusal of the whole', { data: undefined, error: refused }, undefined],
] as const)('%s', (_, { data, error }, known) => {
  const answer = { data: data as typeof goal | undefined, error, stale: false }
  expect(knownAfter(former, answer)).toEqual({ data: known, error, stale: false })
})
