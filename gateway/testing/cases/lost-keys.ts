import type { Kind, ExpectedError } from './case.ts'

const DOWN = 'SUBGRAPH_UNAVAILABLE'
const KEYED = 'type Viewer @key(fields: "id")'

const all = (...places: string[]): readonly ExpectedError[] => places.map((place) => [place, DOWN])

/** The only subgraph with the key is down; another returns a part of the same objects, without key or type. */
const lostKey = (title: string, strict = ''): Kind => ({
  title,
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { viewer: Viewer @shareable viewers: [Viewer] @shareable } ${KEYED} { id: ID! a: Int part: Part @shareable parts: [Part] @shareable }
        type Part @key(fields: "id") { id: ID! }`,
      resolvers: {},
      respond: () => ({ status: 503, body: 'down' }),
    },
    {
      name: 'b',
      sdl: `type Query { viewer: Viewer @shareable viewers: [Viewer] @shareable }
        type Viewer { b: Int part: Part @shareable parts: [Part] @shareable } type Part { own: Int }`,
      resolvers: {
        Query: {
          viewer: () => ({ b: 2, part: { own: 4 }, parts: [{ own: 5 }, null] }),
          viewers: () => [{ b: 2 }, { b: 3 }],
        },
      },
    },
    {
      name: 'c',
      sdl: `${KEYED} { id: ID! c: Int${strict} d: [Thing] } type Thing { x: Int }
        type Part @key(fields: "id") { id: ID! size: Int }`,
      resolvers: {},
    },
  ],
  cases: strict
    ? [{ query: '{ viewer { b c } }', data: { viewer: null }, errors: all('viewer.c') }]
    : [
        {
          query: '{ viewer { a b c d { x } } }',
          data: { viewer: { a: null, b: 2, c: null, d: null } },
          errors: all('viewer.a', 'viewer.c', 'viewer.d'),
        },
        {
          query: '{ viewer { __typename b c } }',
          data: { viewer: { __typename: 'Viewer', b: 2, c: null } },
          errors: all('viewer.c'),
        },
        {
          query: '{ viewer { ...More b } } fragment More on Viewer { kind: __typename mine: c }',
          data: { viewer: { kind: 'Viewer', mine: null, b: 2 } },
          errors: all('viewer.mine'),
        },
        // Selections below a lost field.
        {
          query: '{ viewer { part { own size } parts { size own } } }',
          data: { viewer: { part: { own: 4, size: null }, parts: [{ size: null, own: 5 }, null] } },
          errors: all('viewer.part.size', 'viewer.parts.0.size'),
        },
        {
          query: '{ viewers { b c } }',
          data: {
            viewers: [
              { b: 2, c: null },
              { b: 3, c: null },
            ],
          },
          errors: all('viewers.0.c', 'viewers.1.c'),
        },
      ],
})

export const lostKeys: readonly Kind[] = [
  lostKey('a field that is fetched by a lost key has its error'),
  lostKey('a non-null field that is fetched by a lost key has its error', '!'),
]
