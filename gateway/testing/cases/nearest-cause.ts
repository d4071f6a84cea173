import { byCode, type Kind } from './case.ts'

const ROW = 'type Row @key(fields: "id")'
const [mustError, mayError] = [
  ['row.must', 'NO_MUST'],
  ['', 'NO_MAY'],
] as const

/** Of two subgraphs that fail for one object, the one whose field must not be null is why the object is. */
export const nearestCause: Kind = {
  title: 'an object that is null has the error of the field that made it so, whatever else was lost of it',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { row: Row } ${ROW} { id: ID! kids: [Row!] }`,
      resolvers: {
        Query: { row: () => ({ id: '1', kids: [{ id: '2' }] }) },
        Row: { __resolveReference: (row: object) => row },
      },
    },
    byCode('b', `${ROW} { id: ID! must: Int! }`, 'NO_MUST'),
    byCode('c', `${ROW} { id: ID! may: Int }`, 'NO_MAY'),
    {
      name: 'd',
      sdl: `${ROW} { id: ID! hint: Int }`,
      resolvers: {},
      respond: ({ variables: { representations } }) => ({
        body: JSON.stringify({
          data: { _entities: (representations as object[]).map(() => ({ hint: 1 })) },
          errors: [{ message: 'no', extensions: { code: 'NO_PLACE' } }],
        }),
      }),
    },
  ],
  cases: [
    { query: '{ row { may must } }', data: { row: null }, errors: [mustError] },
    { query: '{ row { must may } }', data: { row: null }, errors: [mustError, mayError] },
    { query: '{ row { must kids { may } } }', data: { row: null }, errors: [mustError, mayError] },
    { query: '{ row { must hint } }', data: { row: null }, errors: [mustError, ['', 'NO_PLACE']] },
    {
      query: '{ row { kids { must may } } }',
      data: { row: { kids: null } },
      errors: [['row.kids.0.must', 'NO_MUST'], mayError],
    },
    { query: '{ row { may } }', data: { row: { may: null } }, errors: [['row.may', 'NO_MAY']] },
    { query: '{ row { hint } }', data: { row: { hint: 1 } }, errors: [['row', 'NO_PLACE']] },
  ],
}
