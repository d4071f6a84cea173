import type { Kind } from './case.ts'

interface Medium {
  readonly __typename: string
  readonly id: string
}
const typeOf = ({ __typename }: Medium) => __typename
const songs = [
  { __typename: 'Song', id: 's1' },
  { __typename: 'Song', id: 's2' },
]
const talk = { __typename: 'Talk', id: 't1' }

export const interfaceObjects: Kind = {
  title: 'An object keeps its own type where a subgraph has its interface as one object',
  subgraphs: [
    {
      name: 'media',
      sdl: `type Query { songs: [Song!]! media: [Media!]! }
        interface Media @key(fields: "id") { id: ID! }
        type Song implements Media @key(fields: "id") { id: ID! }
        type Talk implements Media @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { songs: () => songs, media: () => [...songs, talk] },
        Media: { __resolveType: typeOf, __resolveReference: ({ id }: Medium) => ({ ...talk, id }) },
      },
    },
    {
      name: 'plays',
      sdl: 'type Media @key(fields: "id") @interfaceObject { id: ID! plays: Int }',
      resolvers: {
        Media: { __resolveReference: ({ id }: Medium) => ({ id }), plays: ({ id }: Medium) => Number(id[1]) },
      },
    },
  ],
  cases: [
    {
      query: '{ songs { plays __typename } }',
      data: {
        songs: [
          { plays: 1, __typename: 'Song' },
          { plays: 2, __typename: 'Song' },
        ],
      },
    },
    {
      query: '{ songs { kind: __typename plays } }',
      data: {
        songs: [
          { kind: 'Song', plays: 1 },
          { kind: 'Song', plays: 2 },
        ],
      },
    },
    {
      query: '{ media { ... on Talk { plays kind: __typename } __typename } }',
      data: {
        media: [
          { __typename: 'Song' },
          { __typename: 'Song' },
          { plays: 1, kind: 'Talk', __typename: 'Talk' },
        ],
      },
    },
  ],
}

const work = { __typename: 'Book', pages: 5 }

export const conditionsOverFragments: Kind = {
  title: 'A condition over fragments holds back only what is below it',
  subgraphs: [
    {
      name: 'works',
      sdl: `type Query { work: Work book: Book } interface Work { pages: Int }
        type Book implements Work { pages: Int! } type Film implements Work { pages: Int }`,
      resolvers: { Query: { work: () => work, book: () => work }, Work: { __resolveType: typeOf } },
    },
    { name: 'others', sdl: 'type Query { other: Int }', resolvers: { Query: { other: () => 1 } } },
  ],
  cases: ['', ' other'].flatMap((other) => [
    {
      query: `query ($no: Boolean!) { book @skip(if: $no) { ... on Work { ... on Film { pages } } }${other} }`,
      variables: { no: false },
      data: { book: {}, ...(other && { other: 1 }) },
    },
    {
      query: `query ($no: Boolean!) { work { pages ... on Book { ... @skip(if: $no) { ... on Work { pages } } } }${other} }`,
      variables: { no: false },
      data: { work: { pages: 5 }, ...(other && { other: 1 }) },
    },
    {
      query: `query ($yes: Boolean!, $no: Boolean!) { book @include(if: $yes) { pages @include(if: $no) }${other} }`,
      variables: { yes: true, no: false },
      data: { book: {}, ...(other && { other: 1 }) },
    },
  ]),
}

interface Board {
  readonly rows?: readonly (readonly { readonly stone: number }[])[]
}

export const listsOfLists: Kind = {
  title: 'Objects in a list of lists are brought to the field that requires them',
  subgraphs: [
    {
      name: 'boards',
      sdl: `type Query { board: Board } type Board @key(fields: "id") { id: ID! rows: [[Cell]] }
        type Cell @shareable { stone: Int }`,
      resolvers: {
        Query: { board: () => ({ id: '1', rows: [[{ stone: 1 }, { stone: 2 }], [], [{ stone: 4 }]] }) },
      },
    },
    {
      name: 'scores',
      sdl: `type Board @key(fields: "id") { id: ID! rows: [[Cell]] @external
        score: Int @requires(fields: "rows { stone }") } type Cell @shareable { stone: Int }`,
      resolvers: {
        Board: {
          __resolveReference: (board: Board) => board,
          score: ({ rows = [] }: Board) => rows.flat().reduce((sum, { stone }) => sum + stone, 0),
        },
      },
    },
  ],
  cases: [
    {
      query: '{ board { score } }',
      data: { board: { score: 7 } },
      notByApollo: 'Its executor takes the inner list for an object when it represents the entity.',
    },
  ],
}
