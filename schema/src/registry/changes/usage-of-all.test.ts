import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { usageOfAll } from './usage-of-all.ts'

const schema = buildSchema(`
  directive @slow on FIELD
  directive @mark on OBJECT
  type Query { goal(id: ID!, size: Int! = 1, filter: Filter): Goal media: Media node: Node }
  type Subscription { changed: Level }
  interface Node { id(by: Int): ID }
  type Goal implements Node { id(by: Int): ID level: Level }
  union Media = Goal
  enum Level { LOW }
  enum Unit { WORD }
  input Filter { unit: Unit! inner: Filter }
`)

it('when nothing is known of a client it may use everything, in every way', () => {
  const { given, ...sets } = usageOfAll(schema)
  const used = Object.fromEntries(Object.entries(sets).map(([part, all]) => [part, [...all].toSorted()]))
  expect(used).toEqual({
    roots: ['query', 'subscription'],
    types: [
      ...['Boolean', 'Filter', 'Goal', 'ID', 'Int', 'Level', 'Media', 'Node', 'Query'],
      ...['String', 'Subscription', 'Unit'],
    ],
    fields: [
      ...['Goal.id', 'Goal.level', 'Node.id', 'Query.goal', 'Query.media', 'Query.node'],
      'Subscription.changed',
    ],
    // Of enums only those that a field gives.
    received: ['Level'],
    abstract: ['Media', 'Node'],
    spreads: ['Goal Media', 'Goal Node', 'Media Goal', 'Node Goal'],
    omitted: ['Filter.inner', 'Goal.id.by', 'Node.id.by', 'Query.goal.filter', 'Query.goal.size'],
    held: ['Filter', 'ID', 'Int', 'Unit'],
    directives: ['slow'],
    // By variables: what an operation writes out it may as well send.
    written: [],
    literals: [],
  })
  expect(Object.fromEntries(given)).toEqual({
    'Query.goal.id': [{ by: 'variable', type: expect.anything(), optional: false }],
    ...Object.fromEntries(
      ['Query.goal.size', 'Query.goal.filter', 'Filter.inner', 'Goal.id.by', 'Node.id.by'].map((position) => [
        position,
        [{ by: 'variable', type: expect.anything(), optional: true }],
      ]),
    ),
    'Filter.unit': [{ by: 'variable', type: expect.anything(), optional: false }],
  })
})
