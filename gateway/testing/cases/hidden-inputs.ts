import { GraphQLError } from 'graphql'
import type { Kind } from './case.ts'

const refuse = (code: string) => () => {
  throw new GraphQLError('no', { extensions: { code } })
}
const byReference = { __resolveReference: (reference: object) => reference }
const ROW = 'type Row @key(fields: "id")'
const PART = 'type Part @key(fields: "id")'
const DOWN = 'SUBGRAPH_UNAVAILABLE'

/**
 * What fails for an input that the client does not select has no place in the answer. Where it takes a field with it,
 * that is its place; a field that is worked out of null nonetheless has none.
 */
export const hiddenInputs: Kind = {
  title: 'the error of an input that is not selected is of no other field than the one that needs it',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { row: Row } ${ROW} { id: ID! part: Part } ${PART} { id: ID! own: Int }`,
      resolvers: { Query: { row: () => ({ id: '1', part: { id: '1', own: 3 } }) } },
    },
    {
      name: 'b',
      sdl: `${ROW} { id: ID! weight: Int } ${PART} { id: ID! size: Int! }`,
      resolvers: {
        Row: { ...byReference, weight: refuse('NO_WEIGHT') },
        Part: { ...byReference, size: refuse('NO_SIZE') },
      },
    },
    {
      name: 'c',
      sdl: `${ROW} { id: ID! part: Part @external weight: Int @external
          large: Boolean @requires(fields: "part { size }") heavy: Boolean @requires(fields: "weight") }
        ${PART} { id: ID! size: Int! @external }`,
      resolvers: { Row: { ...byReference, large: () => true, heavy: () => true } },
    },
    {
      name: 'd',
      sdl: `${ROW} { id: ID! away: Int awayStrict: Int! }`,
      resolvers: {},
      respond: () => ({ status: 503, body: 'down' }),
    },
    {
      name: 'e',
      sdl: `${ROW} { id: ID! box: Box none: Int } type Box { size: Int }`,
      resolvers: { Row: { ...byReference, box: () => ({ size: 1 }), none: () => null } },
    },
  ],
  cases: [
    { query: '{ row { heavy } }', data: { row: { heavy: true } }, errors: [['', 'NO_WEIGHT']] },
    {
      query: '{ row { heavy weight: none } }',
      data: { row: { heavy: true, weight: null } },
      errors: [['', 'NO_WEIGHT']],
    },
    {
      query: '{ row { heavy weight: away } }',
      data: { row: { heavy: true, weight: null } },
      errors: [
        ['', 'NO_WEIGHT'],
        ['row.weight', DOWN],
      ],
    },
    {
      query: '{ row { heavy weight } }',
      data: { row: { heavy: true, weight: null } },
      errors: [['row.weight', 'NO_WEIGHT']],
    },
    {
      query: '{ row { large part: box { size } } }',
      data: { row: { large: null, part: { size: 1 } } },
      errors: [['row.large', 'NO_SIZE']],
    },
    {
      query: '{ row { large part: away } }',
      data: { row: { large: null, part: null } },
      errors: [
        ['row.large', 'NO_SIZE'],
        ['row.part', DOWN],
      ],
    },
    {
      query: '{ row { large part: awayStrict } }',
      data: { row: null },
      errors: [['row.part', DOWN]],
    },
    {
      query: '{ row { part: awayStrict heavy } }',
      data: { row: null },
      errors: [
        ['', 'NO_WEIGHT'],
        ['row.part', DOWN],
      ],
    },
    {
      query: '{ row { large part { own } } }',
      data: { row: { large: null, part: { own: 3 } } },
      errors: [['row.large', 'NO_SIZE']],
    },
  ],
}
