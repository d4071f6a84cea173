import { GraphQLError } from 'graphql'
import type { SubgraphDefinition } from '../subgraph-fixture.ts'
import type { Kind, ExpectedError } from './case.ts'

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
    // One null, one error.
    { query: '{ strict x }', data: null, errors: [['strict', DOWN]] },
    { query: '{ strict z }', data: null, errors: [['strict', DOWN]] },
    { query: 'mutation { pay }', data: { pay: null }, errors: [['pay', DOWN]] },
  ],
}

/** A row of each type, of which a subgraph that is down has more fields. */
const joined: Kind = {
  title: 'what a lost subgraph was to add has its error at each field',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { rows: [Row!] row: Row grid: [[Row]] any: [Any] } union Any = Row | Other
        type Row @key(fields: "id") { id: ID! title: String } type Other @key(fields: "id") { id: ID! cost: Int }`,
      resolvers: {
        Query: {
          rows: () => rows,
          row: () => rows[0],
          grid: () => [[rows[0]], null, [null, rows[1]]],
          any: () => [rows[0], null, { __typename: 'Other', id: '3', cost: null }],
        },
      },
    },
    lost(
      'b',
      `type Row @key(fields: "id") { id: ID! cost: Int must: Int! part: Part list: [Part] }
       type Part @key(fields: "id") { id: ID! size: Int }`,
    ),
    {
      name: 'c',
      sdl: `type Row @key(fields: "id") { id: ID! cost: Int @external part: Part @external
          final: Int @requires(fields: "cost") whole: Int @requires(fields: "part { id }") }
        type Part @key(fields: "id") { id: ID! weight: Int }`,
      resolvers: {},
    },
  ],
  cases: [
    {
      query: '{ rows { title cost } }',
      data: { rows: rows.map(({ title }) => ({ title, cost: null })) },
      errors: [
        ['rows.0.cost', DOWN],
        ['rows.1.cost', DOWN],
      ],
    },
    {
      query: '{ row { title dear: cost ...More } } fragment More on Row { list { size } other: cost }',
      data: { row: { title: 'row 1', dear: null, list: null, other: null } },
      errors: [
        ['row.dear', DOWN],
        ['row.list', DOWN],
        ['row.other', DOWN],
      ],
    },
    {
      query: '{ grid { cost } }',
      data: { grid: [[{ cost: null }], null, [null, { cost: null }]] },
      errors: [
        ['grid.0.0.cost', DOWN],
        ['grid.2.1.cost', DOWN],
      ],
    },
    // A null that another subgraph gave is none.
    {
      query: '{ any { ... on Row { cost } ... on Other { cost } } }',
      data: { any: [{ cost: null }, null, { cost: null }] },
      errors: [['any.0.cost', DOWN]],
    },
    {
      query: 'query ($no: Boolean!) { row { cost @include(if: $no) list @skip(if: $no) { size } } }',
      variables: { no: false },
      data: { row: { list: null } },
      errors: [['row.list', DOWN]],
    },
    // A field that could not be fetched, since its input is lost, is lost for the same cause.
    { query: '{ row { final } }', data: { row: { final: null } }, errors: [['row.final', DOWN]] },
    { query: '{ row { whole } }', data: { row: { whole: null } }, errors: [['row.whole', DOWN]] },
    {
      query: '{ row { title part { weight } } }',
      data: { row: { title: 'row 1', part: null } },
      errors: [['row.part', DOWN]],
    },
    // A forbidden null has one error, at its own place, and what it takes has none.
    { query: '{ row { title must cost } }', data: { row: null }, errors: [['row.must', DOWN]] },
    { query: '{ rows { must } }', data: { rows: null }, errors: [['rows.1.must', DOWN]] },
  ],
}

const many = Array.from({ length: 99 }, (_, at) => ({ __typename: 'Row', id: String(at) }))

const numerous: Kind = {
  title: 'of very many lost fields a hundred are reported, and then their list',
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { rows: [Row!] } type Row @key(fields: "id") { id: ID! }',
      resolvers: { Query: { rows: () => many } },
    },
    lost('b', 'type Row @key(fields: "id") { id: ID! cost: Int other: Int }'),
  ],
  cases: [
    {
      query: '{ rows { cost } }',
      data: { rows: many.map(() => ({ cost: null })) },
      errors: many.map((_, at) => [`rows.${at}.cost`, DOWN]),
    },
    {
      query: '{ rows { cost other } }',
      data: { rows: many.map(() => ({ cost: null, other: null })) },
      errors: [
        ...many
          .slice(0, 50)
          .flatMap((_, at) => ['cost', 'other'].map((name): ExpectedError => [`rows.${at}.${name}`, DOWN])),
        ['rows', DOWN],
      ],
    },
  ],
}

const numerousCauses: Kind = {
  title:
    'of very many lost entities, each with its own message, a hundred fields are reported, and then their list',
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { rows: [Row!] } type Row @key(fields: "id") { id: ID! }',
      resolvers: {
        Query: { rows: () => [...many, ...many.map((row) => ({ ...row, id: `more ${row.id}` }))] },
      },
    },
    {
      name: 'b',
      sdl: 'type Row @key(fields: "id") { id: ID! cost: Int }',
      resolvers: {
        Row: {
          __resolveReference: ({ id }: { id: string }) =>
            new GraphQLError(`no ${id}`, { extensions: { code: 'NO' } }),
        },
      },
    },
  ],
  cases: [
    {
      query: '{ rows { cost } }',
      data: { rows: Array.from({ length: 198 }, () => ({ cost: null })) },
      errors: [
        ...Array.from({ length: 100 }, (_, at): ExpectedError => [`rows.${at}.cost`, 'NO']),
        ['rows', 'NO'],
      ],
    },
  ],
}

export const lostSubgraphs: readonly Kind[] = [alone, joined, numerous, numerousCauses]
