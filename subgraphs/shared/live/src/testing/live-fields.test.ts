import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { liveFields } from './revocation.ts'

it('a live field is one for each value of an enum that it takes, and is asked for what it needs', () => {
  const schema = buildSchema(`
    enum Scope { MINE OURS }
    type Query { a: Int }
    type Subscription { queue(scope: Scope! = MINE, after: ID): Int! record(traineeId: ID!, after: ID): Int! all: Int! }`)
  expect(liveFields(schema).map(({ key, document }) => [key, document('1')])).toEqual([
    ['queue(scope: MINE)', 'subscription { queue(scope: MINE) { __typename } }'],
    ['queue(scope: OURS)', 'subscription { queue(scope: OURS) { __typename } }'],
    ['record', 'subscription { record(traineeId: "1") { __typename } }'],
    ['all', 'subscription { all { __typename } }'],
  ])
})
