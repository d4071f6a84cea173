import { setTimeout as delay } from 'node:timers/promises'
import type { Kind } from './case.ts'

const falsy = [
  { __typename: 'A', id: '1', s: '', n: 0, f: false },
  { __typename: 'B', id: '2', s: '', n: 0, f: false },
  { __typename: 'B', id: '4', s: null, n: null, f: null },
  { __typename: 'A', id: '3', s: 'x', n: 7, f: true },
]

const renamed: Kind = {
  title: 'null, 0, "" and false are values under a key that the planner renames',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { items: [H!]! } union H = A | B
        type A @key(fields: "id") { id: ID! s: String! @shareable n: Int! @shareable f: Boolean! @shareable }
        type B @key(fields: "id") { id: ID! s: String n: Int f: Boolean }`,
      resolvers: { Query: { items: () => falsy } },
    },
    {
      name: 'b',
      sdl: 'type A @key(fields: "id") { id: ID! s: String @shareable n: Int @shareable f: Boolean @shareable }',
      resolvers: { A: { __resolveReference: (a: object) => ({ ...a, s: 'B', n: 1, f: true }) } },
    },
  ],
  cases: [
    {
      query: '{ items { ... on A { s n f } ... on B { s n f } } }',
      data: { items: falsy.map(({ s, n, f }) => ({ s, n, f })) },
    },
  ],
}

interface Viewer {
  readonly first: unknown
  readonly second: unknown
}

/** What comes after everything else. */
class Late {
  readonly #value: unknown

  constructor(value: unknown) {
    this.#value = value
  }

  async value(): Promise<unknown> {
    await delay(150)
    return this.#value
  }
}

/** Two subgraphs that each give a part of one object at the root; one of them has nothing or fails. */
const sharedRoot = (title: string, { first, second }: Viewer, cases: Kind['cases']): Kind => ({
  title,
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { viewer: Viewer @shareable } type Viewer @shareable { a: String must: Int! deep: Deep } type Deep @shareable { x: Int }',
      resolvers: { Query: { viewer: () => first } },
    },
    {
      name: 'b',
      sdl: 'type Query { viewer: Viewer @shareable } type Viewer @shareable { b: String deep: Deep } type Deep @shareable { y: Int }',
      resolvers: { Query: { viewer: () => (second instanceof Late ? second.value() : second) } },
    },
  ],
  cases,
})

const BUG = 'INTERNAL_SERVER_ERROR'
const query = '{ viewer { a b } }'
const A = { a: 'A', deep: { x: 1 } }
const B = { b: 'B', deep: { y: 2 } }

export const values: readonly Kind[] = [
  renamed,
  sharedRoot(
    'the fields of a shared object from one subgraph are kept, whichever is first',
    { first: null, second: B },
    [
      { query, data: { viewer: { a: null, b: 'B' } } },
      { query: '{ viewer { deep { y } a } }', data: { viewer: { deep: { y: 2 }, a: null } } },
    ],
  ),
  sharedRoot('the same the other way round', { first: A, second: null }, [
    { query, data: { viewer: { a: 'A', b: null } } },
    { query: '{ viewer { deep { x } b } }', data: { viewer: { deep: { x: 1 }, b: null } } },
  ]),
  sharedRoot('and when it fails', { first: new Error('down'), second: B }, [
    { query, data: { viewer: { a: null, b: 'B' } }, errors: [['viewer.a', BUG]] },
    {
      query: '{ viewer { deep { x y } b } }',
      data: { viewer: { deep: { x: null, y: 2 }, b: 'B' } },
      errors: [['viewer.deep.x', BUG]],
    },
  ]),
  sharedRoot('and when it fails later', { first: A, second: new Late(new Error('down')) }, [
    {
      query: '{ viewer { deep { x y } b } }',
      data: { viewer: { deep: { x: 1, y: null }, b: null } },
      errors: [
        ['viewer.b', BUG],
        ['viewer.deep.y', BUG],
      ],
    },
  ]),
  sharedRoot('and when only a part of it fails', { first: { ...A, must: new Error('no') }, second: B }, [
    {
      query: '{ viewer { a must b } }',
      data: { viewer: null },
      errors: [['viewer.must', BUG]],
    },
  ]),
  sharedRoot(
    'a null below a shared object takes nothing away',
    { first: A, second: new Late({ deep: null }) },
    [
      {
        query: '{ viewer { deep { x y } } }',
        data: { viewer: { deep: { x: 1, y: null } } },
        // At the root the data source leaves such a null out; below it one may be an input of @requires, and must stay.
        notByApollo: 'Its executor merges a late null over an object.',
      },
    ],
  ),
  sharedRoot('nobody has it', { first: null, second: null }, [{ query, data: { viewer: null } }]),
]
