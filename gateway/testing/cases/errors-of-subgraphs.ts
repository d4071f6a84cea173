import { scriptedCases, type Kind, type Script } from './case.ts'

const SDL =
  'type Query { me: U y: Int } type Mutation { pay: Int } type U @key(fields: "id") { id: ID! own: String }'
const OTHER = { name: 'other', sdl: 'type Query { b: Int }', resolvers: { Query: { b: () => 2 } } }
const DATA = '"data":{"me":{"id":"1"}}'

/** Absent, null and empty errors are the same, on an answer of one subgraph and on one that is put together. */
const none: Script[] = ['null', '[]'].flatMap((errors) => [
  {
    answer: `{${DATA},"errors":${errors}}`,
    cases: [
      { query: '{ me { id } }', data: { me: { id: '1' } } },
      { query: '{ me { id } b }', data: { me: { id: '1' }, b: 2 } },
    ],
  },
  {
    answer: `{"errors":${errors},"data":{"pay":1},"extensions":null}`,
    cases: [{ query: 'mutation { pay }', data: { pay: 1 } }],
  },
])

const marked: Script = {
  answer: `\uFEFF{${DATA}}`,
  cases: [
    { query: '{ me { id } }', data: { me: { id: '1' } } },
    { query: '{ me { id } b }', data: { me: { id: '1' }, b: 2 } },
  ],
}

const INVALID = 'SUBGRAPH_INVALID_RESPONSE'
const MASKED = 'INTERNAL_SERVER_ERROR'

/** Errors that the specification does not allow: they are reported, and the data beside them are kept. */
const malformed: Script[] = ['{}', '[null]', '7', '[{"path":["me"]}]', '[[]]'].map((errors) => {
  const place = errors.includes('path') ? 'me' : ''
  return {
    answer: `{${DATA},"errors":${errors}}`,
    cases: [
      { query: '{ me { id } }', data: { me: { id: '1' } }, errors: [[place, INVALID]] },
      { query: '{ me { id } b }', data: { me: { id: '1' }, b: 2 }, errors: [[place, INVALID]] },
    ],
  }
})

const uncoded: Script[] = ['"oops"', '{"message":"oops"}', '[{"message":"oops","path":7}]', '["oops"]'].map(
  (errors) => ({
    answer: `{"errors":${errors}}`,
    cases: [
      {
        query: '{ me { id } y }',
        data: { me: null, y: null },
        errors: [
          ['me', MASKED],
          ['y', MASKED],
        ],
      },
      { query: '{ me { id } b }', data: { me: null, b: 2 }, errors: [['me', MASKED]] },
    ],
  }),
)

const NO = '{"message":"no","extensions":{"code":"NO"}}'
const NOR = '{"message":"nor this","extensions":{"code":"NOR"}}'

/** An error without a path has the place of what the answer leaves open. */
const placed: Script[] = [
  {
    answer: `{"data":null,"errors":[${NO},${NOR}]}`,
    cases: [
      {
        query: '{ me { own } }',
        data: { me: null },
        errors: [
          ['me', 'NO'],
          ['', 'NOR'],
        ],
      },
      {
        query: '{ me { own } b }',
        data: { me: null, b: 2 },
        errors: [
          ['me', 'NO'],
          ['', 'NOR'],
        ],
      },
    ],
  },
  {
    answer: `{"data":{"me":{"id":"1"},"y":null},"errors":[${NO}]}`,
    cases: [{ query: '{ me { id } y }', data: { me: { id: '1' }, y: null }, errors: [['y', 'NO']] }],
  },
  {
    answer: `{${DATA},"errors":[${NO}]}`,
    cases: [{ query: '{ me { id } }', data: { me: { id: '1' } }, errors: [['', 'NO']] }],
  },
]

export const errorsOfSubgraphs: Kind = scriptedCases(
  'errors as subgraphs write them',
  SDL,
  [OTHER],
  [...none, ...malformed, ...uncoded, ...placed, marked],
)
