import type { Kind, ExpectedError } from './case.ts'

const GONE = 'REFERENCE_NOT_FOUND'
const all = (...places: string[]): readonly ExpectedError[] => places.map((place) => [place, GONE])

const rows = [
  { id: '1', title: 'one' },
  { id: 'hidden', title: 'two' },
]

/** A subgraph that knows a reference, or shows it to who asks, where the one that is asked for more does not. */
export const unseenReferences: Kind = {
  title: 'what must not be null of a reference that is not found has its error',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { row: Row rows: [Row] strict: Strict } type Strict { row: Row! }
        type Row @key(fields: "id") { id: ID! title: String }`,
      resolvers: { Query: { row: () => rows[1], rows: () => rows, strict: () => ({ row: rows[1] }) } },
    },
    {
      name: 'b',
      sdl: `type Row @key(fields: "id") { id: ID! version: Int! note: String part: Part! many: [Part!]! }
        type Part { size: Int! }`,
      resolvers: {
        Row: {
          __resolveReference: ({ id }: { id: string }) =>
            id === 'hidden' ? null : { id, version: 3, note: 'note', part: { size: 1 }, many: [] },
        },
      },
    },
    {
      name: 'c',
      sdl: `type Row @key(fields: "id") { id: ID! version: Int! @external
        next: Int @requires(fields: "version") }`,
      resolvers: {
        Row: {
          __resolveReference: (reference: object) => reference,
          next: ({ version }: { version: number }) => version + 1,
        },
      },
    },
  ],
  cases: [
    { query: '{ row { title version } }', data: { row: null }, errors: all('row.version') },
    { query: '{ row { mine: part { size } } }', data: { row: null }, errors: all('row.mine') },
    { query: '{ row { id: title many { size } } }', data: { row: null }, errors: all('row.many') },
    {
      query: '{ rows { title version } }',
      data: { rows: [{ title: 'one', version: 3 }, null] },
      errors: all('rows.1.version'),
    },
    { query: '{ strict { row { version } } }', data: { strict: null }, errors: all('strict.row.version') },
    // One null, one error.
    { query: '{ row { version part { size } note } }', data: { row: null }, errors: all('row.version') },
    // What may be null says that there is nothing.
    { query: '{ row { title note } }', data: { row: { title: 'two', note: null } } },
    {
      query: '{ rows { title note } }',
      data: {
        rows: [
          { title: 'one', note: 'note' },
          { title: 'two', note: null },
        ],
      },
    },
    // What is worked out of it cannot be.
    { query: '{ row { title next } }', data: { row: { title: 'two', next: null } }, errors: all('row.next') },
  ],
}
