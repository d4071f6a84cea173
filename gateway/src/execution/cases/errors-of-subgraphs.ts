import { scripted, type Kind } from './case.ts'

const SDL =
  'type Query { me: U y: Int } type Mutation { pay: Int } type U @key(fields: "id") { id: ID! own: String }'
const OTHER = { name: 'other', sdl: 'type Query { b: Int }', resolvers: { Query: { b: () => 2 } } }
const DATA = '"data":{"me":{"id":"1"}}'

const kind = (title: string, replies: Record<string, string>, cases: Kind['cases']): Kind => ({
  title,
  subgraphs: [scripted('a', SDL, replies), OTHER],
  cases,
})

/** Absent, null and empty errors are the same, on an answer of one subgraph and on one that is put together. */
const none = ['null', '[]'].map((errors) =>
  kind(
    `"errors": ${errors} is no error`,
    { me: `{${DATA},"errors":${errors}}`, pay: `{"data":{"pay":1},"errors":${errors}}` },
    [
      { query: '{ me { id } }', data: { me: { id: '1' } } },
      { query: '{ me { id } b }', data: { me: { id: '1' }, b: 2 } },
      { query: 'mutation { pay }', data: { pay: 1 } },
    ],
  ),
)

const told = 'SUBGRAPH_INVALID_RESPONSE'

/** Errors that are none by the specification: told, without the data beside them being lost. */
const malformed = ['{}', '[null]', '7', '[{"path":["me"]}]', '[[]]'].map((errors) => {
  const place = errors.includes('path') ? 'me' : ''
  return kind(`"errors": ${errors} beside data`, { me: `{${DATA},"errors":${errors}}` }, [
    { query: '{ me { id } }', data: { me: { id: '1' } }, errors: [[place, told]] },
    { query: '{ me { id } b }', data: { me: { id: '1' }, b: 2 }, errors: [[place, told]] },
  ])
})

const uncoded = ['"oops"', '{"message":"oops"}', '[{"message":"oops","path":7}]', '["oops"]'].map((errors) =>
  kind(`"errors": ${errors} without data`, { me: `{"errors":${errors}}` }, [
    {
      query: '{ me { id } y }',
      data: { me: null, y: null },
      errors: [
        ['me', 'INTERNAL_SERVER_ERROR'],
        ['y', 'INTERNAL_SERVER_ERROR'],
      ],
    },
    { query: '{ me { id } b }', data: { me: null, b: 2 }, errors: [['me', 'INTERNAL_SERVER_ERROR']] },
  ]),
)

const placed = kind(
  'an error without a path has the place of what it left open',
  {
    own: '{"data":null,"errors":[{"message":"no","extensions":{"code":"NO"}},{"message":"nor this","extensions":{"code":"NOR"}}]}',
    y: '{"data":{"me":{"id":"1"},"y":null},"errors":[{"message":"no","extensions":{"code":"NO"}}]}',
    me: `{${DATA},"errors":[{"message":"late","extensions":{"code":"LATE"}}]}`,
  },
  [
    {
      query: '{ me { own } }',
      data: { me: null },
      errors: [
        ['me', 'NO'],
        ['', 'NOR'],
      ],
    },
    { query: '{ me { id } y }', data: { me: { id: '1' }, y: null }, errors: [['y', 'NO']] },
    { query: '{ me { id } }', data: { me: { id: '1' } }, errors: [['', 'LATE']] },
    {
      query: '{ me { own } b }',
      data: { me: null, b: 2 },
      errors: [
        ['me', 'NO'],
        ['', 'NOR'],
      ],
    },
  ],
)

export const errorsOfSubgraphs: readonly Kind[] = [...none, ...malformed, ...uncoded, placed]
