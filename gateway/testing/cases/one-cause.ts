import { GraphQLError } from 'graphql'
import type { Kind } from './case.ts'

const refuse = (code: string) => {
  throw new GraphQLError('no', { extensions: { code } })
}
const rows = ['1', '2', '1'].map((id) => ({ __typename: 'Row', id }))

export const oneCause: Kind = {
  title: 'one cause is one error, of the subgraph where it arose',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { rows: [Row!]! row: Row box: Box broken: Broken }
        type Row @key(fields: "id") { id: ID! } type Box { row: Row! } type Broken { must: Int! may: Int }`,
      resolvers: {
        Query: {
          rows: () => rows,
          row: () => rows[0],
          box: () => ({ row: rows[1] }),
          broken: () => ({ must: new GraphQLError('no', { extensions: { code: 'NO' } }) }),
        },
      },
    },
    {
      name: 'b',
      sdl: 'type Row @key(fields: "id") { id: ID! strict: Int! loose: Int }',
      resolvers: {
        Row: {
          __resolveReference: (row: object) => row,
          strict: ({ id }: { id: string }) => (id === '2' ? refuse('NO') : 1),
          loose: ({ id }: { id: string }) => (id === '2' ? refuse('NO') : 1),
        },
      },
    },
  ],
  cases: [
    { query: '{ row { strict loose } }', data: { row: { strict: 1, loose: 1 } } },
    {
      query: '{ rows { loose } }',
      data: { rows: [{ loose: 1 }, { loose: null }, { loose: 1 }] },
      errors: [['rows.1.loose', 'NO']],
    },
    { query: '{ rows { strict } }', data: null, errors: [['rows.1.strict', 'NO']] },
    { query: '{ box { row { strict } } }', data: { box: null }, errors: [['box.row.strict', 'NO']] },
    { query: '{ broken { must } }', data: { broken: null }, errors: [['broken.must', 'NO']] },
    {
      query: '{ broken { must } row { loose } }',
      data: { broken: null, row: { loose: 1 } },
      errors: [['broken.must', 'NO']],
    },
  ],
}
