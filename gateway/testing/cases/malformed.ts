import { scriptedCases, type Case, type Kind, type Script } from './case.ts'

const INVALID = 'SUBGRAPH_INVALID_RESPONSE'
const SDL = `type Query { rows: [Row] strict: [Row!] row: Row leaves: [Int] grid: [[Int]] found: Found x: Int }
  type Row @key(fields: "id") { id: ID! title: String unit: Unit } type Unit { name: String }
  union Found = Row | Unit`
const OTHER = {
  name: 'b',
  sdl: 'type Query { z: Int } type Row @key(fields: "id") { id: ID! cost: Int part: Part } type Part { size: Int }',
  resolvers: {
    Query: { z: () => 1 },
    Row: { __resolveReference: ({ id }: { id: string }) => ({ id, cost: Number(id), part: { size: 1 } }) },
  },
}

const answered = (data: string, cases: readonly Case[]): Script => ({ answer: `{"data":${data}}`, cases })

const row = (id: string) => `{"__typename":"Row","id":"${id}","title":"t"}`

const inData: readonly Script[] = [
  answered(`{"rows":{"id":"1"},"x":1}`, [
    { query: '{ rows { id } x }', data: { rows: null, x: 1 }, errors: [['rows', INVALID]] },
    { query: '{ rows { cost } x }', data: { rows: null, x: 1 }, errors: [['rows', INVALID]] },
  ]),
  answered(`{"rows":[${row('1')},7,${row('2')}],"x":1}`, [
    {
      query: '{ rows { title cost } x }',
      data: { rows: [{ title: 't', cost: 1 }, null, { title: 't', cost: 2 }], x: 1 },
      errors: [['rows.1', INVALID]],
    },
  ]),
  answered(`{"strict":[${row('1')},[]],"x":1}`, [
    { query: '{ strict { title } x }', data: { strict: null, x: 1 }, errors: [['strict.1', INVALID]] },
    { query: '{ strict { cost } x }', data: { strict: null, x: 1 }, errors: [['strict.1', INVALID]] },
  ]),
  answered(`{"row":[${row('1')}],"x":1}`, [
    { query: '{ row { title } x }', data: { row: null, x: 1 }, errors: [['row', INVALID]] },
    { query: '{ row { cost } x }', data: { row: null, x: 1 }, errors: [['row', INVALID]] },
  ]),
  answered(`{"row":{"__typename":"Row","id":"1","title":"t","unit":"u"}}`, [
    {
      query: '{ row { title unit { name } cost } }',
      data: { row: { title: 't', unit: null, cost: 1 } },
      errors: [['row.unit', INVALID]],
    },
  ]),
  answered(`{"leaves":5,"grid":[[1],2,null],"x":1}`, [
    {
      query: '{ leaves grid x z }',
      data: { leaves: null, grid: [[1], null, null], x: 1, z: 1 },
      errors: [
        ['leaves', INVALID],
        ['grid.1', INVALID],
      ],
    },
    {
      query: '{ leaves grid x }',
      data: { leaves: null, grid: [[1], null, null], x: 1 },
      errors: [
        ['leaves', INVALID],
        ['grid.1', INVALID],
      ],
    },
  ]),
  answered(`{"found":{"__typename":5,"title":"t"},"x":1}`, [
    {
      query: '{ found { ... on Row { title } } x z }',
      data: { found: null, x: 1, z: 1 },
      errors: [['found', INVALID]],
    },
  ]),
]

const LISTS = {
  name: 'a',
  sdl: 'type Query { rows: [Row] } type Row @key(fields: "id") { id: ID! title: String }',
  resolvers: { Query: { rows: () => [{ id: '1', title: 't' }, null, { id: '2', title: 't' }] } },
}

const wholes: readonly Script[] = [
  '{"data":{"_entities":[{"cost":1}]}}',
  '{"data":{"_entities":{"0":{"cost":1}}}}',
  '{"data":{"_entities":null}}',
  '{"data":[]}',
  '{"data":"x"}',
  '[]',
  'not JSON',
  '',
].map((answer) => ({
  answer,
  cases: [
    {
      query: '{ rows { title cost } }',
      data: { rows: [{ title: 't', cost: null }, null, { title: 't', cost: null }] },
      errors: [
        ['rows.0.cost', INVALID],
        ['rows.2.cost', INVALID],
      ],
    },
  ],
}))

const partly: Script = {
  answer: '{"data":{"_entities":[{"__typename":"Row","cost":1},"x"]}}',
  cases: [
    {
      query: '{ rows { title cost } }',
      data: { rows: [{ title: 't', cost: 1 }, null, { title: 't', cost: null }] },
      errors: [['rows.2.cost', INVALID]],
    },
  ],
}

export const malformed: readonly Kind[] = [
  scriptedCases('malformed data take their own part alone', SDL, [OTHER], inData),
  scriptedCases(
    'a malformed answer about entities takes what it was to add',
    'type Row @key(fields: "id") { id: ID! cost: Int }',
    [LISTS],
    [...wholes, partly],
  ),
]
