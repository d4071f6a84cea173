import type { SubgraphDefinition } from '../../testing/subgraph-fixture.ts'
import type { Kind } from './case.ts'

const DOWN = 'SUBGRAPH_UNAVAILABLE'

const lost = (name: string, sdl: string): SubgraphDefinition => ({
  name,
  sdl,
  resolvers: {},
  respond: () => ({ status: 503, body: 'down' }),
})

const rows = ['1', '2'].map((id) => ({ __typename: 'Row', id, title: `row ${id}` }))

const alone: Kind = {
  title: 'a subgraph that is down leaves each root field null, with its error, alone as beside others',
  subgraphs: [
    lost('a', 'type Query { x: Int y: [Int] strict: Int! } type Mutation { pay: Int }'),
    { name: 'b', sdl: 'type Query { z: Int }', resolvers: { Query: { z: () => 1 } } },
  ],
  cases: [
    {
      query: '{ x y }',
      data: { x: null, y: null },
      errors: [
        ['x', DOWN],
        ['y', DOWN],
      ],
    },
    { query: '{ x z }', data: { x: null, z: 1 }, errors: [['x', DOWN]] },
    {
      query: '{ one: x ...F } fragment F on Query { two: y }',
      data: { one: null, two: null },
      errors: [
        ['one', DOWN],
        ['two', DOWN],
      ],
    },
    {
      query: 'query ($no: Boolean!) { x @include(if: $no) y z }',
      variables: { no: false },
      data: { y: null, z: 1 },
      errors: [['y', DOWN]],
    },
    {
      query: 'query ($no: Boolean = false) { x @include(if: $no) y }',
      data: { y: null },
      errors: [['y', DOWN]],
    },
    {
      query: '{ strict x }',
      data: null,
      errors: [
        ['strict', DOWN],
        ['x', DOWN],
      ],
    },
    { query: '{ strict z }', data: null, errors: [['strict', DOWN]] },
    { query: 'mutation { pay }', data: { pay: null }, errors: [['pay', DOWN]] },
  ],
}

const joined: Kind = {
  title: 'a part that a lost subgraph adds is told once, at its place',
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { rows: [Row!] row: Row } type Row @key(fields: "id") { id: ID! title: String }',
      resolvers: { Query: { rows: () => rows, row: () => rows[0] } },
    },
    lost('b', 'type Row @key(fields: "id") { id: ID! cost: Int must: Int! }'),
    {
      name: 'c',
      sdl: 'type Row @key(fields: "id") { id: ID! cost: Int @external final: Int @requires(fields: "cost") }',
      resolvers: {},
    },
  ],
  cases: [
    {
      query: '{ rows { title cost } }',
      data: { rows: rows.map(({ title }) => ({ title, cost: null })) },
      errors: [['rows', DOWN]],
    },
    {
      query: '{ row { title cost } }',
      data: { row: { title: 'row 1', cost: null } },
      errors: [['row', DOWN]],
    },
    // What could not be asked for, since its input is lost, is no second failure.
    { query: '{ row { final } }', data: { row: { final: null } }, errors: [['row', DOWN]] },
    // Nor is the null that must not be.
    { query: '{ row { title must } }', data: { row: null }, errors: [['row', DOWN]] },
    { query: '{ rows { must } }', data: { rows: null }, errors: [['rows', DOWN]] },
  ],
}

export const lostSubgraphs: readonly Kind[] = [alone, joined]
