import type { Kind, ExpectedError } from './case.ts'

const DOWN = 'SUBGRAPH_UNAVAILABLE'
const PART = 'type Part @key(fields: "id")'
const parts = [{ id: '1' }, null, { id: '2' }]

interface Reference {
  readonly part?: unknown
  readonly parts?: unknown
  readonly grid?: unknown
}

const notByApollo = 'Its executor takes the inner list for an object when it represents the entity.'

const lost = (field: string): ExpectedError => [`row.${field}`, DOWN]

/** What a subgraph that is down gives of objects below an entity is an input of a field of that entity. */
export const lostInputs: Kind = {
  title: 'a field whose nested input is lost has its error, and is not worked out without it',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { row: Row none: Row } type Row @key(fields: "id") { id: ID! part: Part parts: [Part] grid: [[Part]] }
        ${PART} { id: ID! own: Int }`,
      resolvers: {
        Query: {
          row: () => ({ id: '1', part: { id: '1', own: 3 }, parts, grid: [[], parts] }),
          none: () => ({ id: '2', part: null, parts: [], grid: [[]] }),
        },
        Part: { __resolveReference: ({ id }: { id: string }) => ({ id, own: 3 }) },
      },
    },
    {
      name: 'b',
      sdl: `${PART} { id: ID! size: Int }`,
      resolvers: {},
      respond: () => ({ status: 503, body: 'down' }),
    },
    {
      name: 'c',
      sdl: `type Row @key(fields: "id") { id: ID! part: Part @external parts: [Part] @external grid: [[Part]] @external
          one: String @requires(fields: "part { size }") many: String @requires(fields: "parts { size }")
          all: String @requires(fields: "grid { size }") plain: String }
        ${PART} { id: ID! size: Int @external }`,
      resolvers: {
        Row: {
          __resolveReference: (reference: Reference) => reference,
          one: ({ part }: Reference) => JSON.stringify(part),
          many: ({ parts: given }: Reference) => JSON.stringify(given),
          all: ({ grid }: Reference) => JSON.stringify(grid),
          plain: () => 'plain',
        },
      },
    },
  ],
  cases: [
    { query: '{ row { one } }', data: { row: { one: null } }, errors: [lost('one')] },
    { query: '{ row { many } }', data: { row: { many: null } }, errors: [lost('many')] },
    { query: '{ row { all } }', data: { row: { all: null } }, errors: [lost('all')] },
    {
      query: '{ row { mine: one part { own } plain } }',
      data: { row: { mine: null, part: { own: 3 }, plain: 'plain' } },
      errors: [lost('mine')],
    },
    // Of what is not there nothing is lost.
    { query: '{ none { one many } }', data: { none: { one: 'null', many: '[]' } } },
    { query: '{ none { all } }', data: { none: { all: '[[]]' } }, notByApollo },
  ],
}
