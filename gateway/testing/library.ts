import { GraphQLError } from 'graphql'
import type { SubgraphDefinition } from './subgraph-fixture.ts'

/**
 * Three subgraphs that between them have every case that a plan can hold: entities with several hops, @requires,
 * @provides, shareable and inaccessible fields, unions, interfaces, interface objects, nulls and errors.
 */
const books = [
  { __typename: 'Book', id: '1', title: 'Peer Gynt', price: 100, weight: 2, authorId: 'a1', broken: null },
  { __typename: 'Book', id: '2', title: 'Sult', price: 50, weight: 5, authorId: 'a2', broken: null },
  { __typename: 'Book', id: '3', title: 'Victoria', price: 70, weight: 1, authorId: 'a2', broken: null },
]
const films = [{ __typename: 'Film', id: 'f1', title: 'Max Manus', minutes: 118, secretCode: 'x' }]
const ghosts = [{ __typename: 'Ghost', id: 'g1', title: 'Unseen' }]
const named =
  (names: Record<string, string>) =>
  ({ id }: { id: string }) => ({ id, name: names[id] ?? null })
const byId = <Row extends { id: string }>(rows: readonly Row[], id: string) =>
  rows.find((row) => row.id === id) ?? null

const catalogue: SubgraphDefinition = {
  name: 'catalogue',
  sdl: `
    type Query {
      books(first: Int! = 10): [Book!]!
      book(id: ID!): Book
      works: [Work!]!
      haunted: [Work]
      search(text: String): [Found!]!
      stats: Stats! @shareable
      mood: Mood
      failing: String
      strict: Strict
      echo(input: Echo!): String
    }
    type Mutation { rename(id: ID!, title: String!): Book  count: Int! }
    input Echo { text: String = "none", numbers: [Int!], secret: String @inaccessible }
    interface Work { id: ID! title: String! }
    union Found = Book | Film
    type Book implements Work @key(fields: "id") {
      id: ID! title: String! price: Int weight: Int author: Author! @provides(fields: "name") broken: String!
      internal: String @inaccessible
    }
    type Film implements Work @key(fields: "id") { id: ID! title: String! minutes: Int! }
    type Ghost implements Work @inaccessible { id: ID! title: String! }
    type Author @key(fields: "id") { id: ID! name: String @external }
    type Stats @shareable { total: Int! label(upper: Boolean = false): String }
    type Strict { must: String! }
    enum Mood { HAPPY SAD SECRET @inaccessible }
    interface Media @key(fields: "id") { id: ID! name: String }
    type Song implements Media @key(fields: "id") { id: ID! name: String seconds: Int }
    type Podcast implements Media @key(fields: "id") { id: ID! name: String host: String }
  `,
  resolvers: {
    Query: {
      books: (_: unknown, { first }: { first: number }) => books.slice(0, first),
      book: (_: unknown, { id }: { id: string }) => byId(books, id),
      works: () => [...books, ...films],
      haunted: () => [...films, ...ghosts],
      search: () => [books[0], films[0]],
      stats: () => ({ total: 3, label: 'three' }),
      mood: () => 'SECRET',
      failing: () => {
        throw new GraphQLError('Not for you', { extensions: { code: 'NOT_PERMITTED', hint: 'ask' } })
      },
      strict: () => {
        throw new Error('secret cause')
      },
      echo: (_: unknown, { input }: { input: unknown }) => JSON.stringify(input),
    },
    Mutation: {
      rename: (_: unknown, { id, title }: { id: string; title: string }) => ({ ...byId(books, id), title }),
      count: () => ++counted,
    },
    Work: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Found: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Media: {
      __resolveType: ({ __typename }: { __typename: string }) => __typename,
      __resolveReference: ({ id }: { id: string }) => medium(id),
    },
    Song: { __resolveReference: ({ id }: { id: string }) => medium(id) },
    Podcast: { __resolveReference: ({ id }: { id: string }) => medium(id) },
    Book: {
      __resolveReference: ({ id }: { id: string }) => byId(books, id),
      author: ({ authorId }: { authorId: string }) => ({ id: authorId, name: `provided ${authorId}` }),
    },
    Film: { __resolveReference: ({ id }: { id: string }) => byId(films, id) },
  },
}

let counted = 0
const medium = (id: string) =>
  id === 'm1'
    ? { __typename: 'Song', id, name: 'Solveigs sang', seconds: 300 }
    : { __typename: 'Podcast', id, name: 'Legeradio', host: 'Kari' }

const people: SubgraphDefinition = {
  name: 'people',
  sdl: `
    type Query { authors: [Author!]!  author(id: ID!): Author  stats: Stats! @shareable }
    type Author @key(fields: "id") {
      id: ID! name: String @shareable born: Int death: String! works: [Book!]! mentor: Author
    }
    type Book @key(fields: "id") { id: ID! }
    type Stats @shareable { total: Int! label(upper: Boolean = false): String }
  `,
  resolvers: {
    Query: {
      authors: () => [{ id: 'a1' }, { id: 'a2' }],
      author: (_: unknown, { id }: { id: string }) => ({ id }),
      stats: () => ({ total: 3, label: 'three' }),
    },
    Author: {
      __resolveReference: ({ id }: { id: string }) => (id === 'missing' ? null : { id }),
      name: ({ id }: { id: string }) => named({ a1: 'Ibsen', a2: 'Hamsun' })({ id }).name,
      born: ({ id }: { id: string }) => (id === 'a1' ? 1828 : 1859),
      death: ({ id }: { id: string }) => {
        if (id === 'a2') throw new GraphQLError('Date unknown', { extensions: { code: 'UNKNOWN_DATE' } })
        return '1906'
      },
      works: ({ id }: { id: string }) => (id === 'a1' ? [{ id: '1' }] : [{ id: '2' }, { id: '3' }]),
      mentor: ({ id }: { id: string }) => (id === 'a2' ? { id: 'a1' } : null),
    },
  },
}

const shipping: SubgraphDefinition = {
  name: 'shipping',
  sdl: `
    type Query { featured: Media  shelf: [Media!]! }
    type Book @key(fields: "id") {
      id: ID! price: Int @external weight: Int @external
      shipping: Int @requires(fields: "price weight")
      stock: Int! reviews(first: Int): [Review!]!
    }
    type Film @key(fields: "id") { id: ID! reviews(first: Int): [Review!]! }
    type Review { text: String! stars: Int on: Book }
    type Media @interfaceObject @key(fields: "id") { id: ID! plays: Int }
  `,
  resolvers: {
    Query: { featured: () => ({ id: 'm1', plays: 7 }), shelf: () => [{ id: 'm1' }, { id: 'm2' }] },
    Media: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      plays: ({ id }: { id: string }) => (id === 'm1' ? 7 : 9),
    },
    Book: {
      __resolveReference: (reference: Record<string, unknown>) => ({ ...reference }),
      shipping: ({ price, weight }: { price: number; weight: number }) => price * weight,
      stock: ({ id }: { id: string }) => {
        if (id === '2') throw new GraphQLError('Not counted', { extensions: { code: 'NOT_COUNTED' } })
        return 4
      },
      reviews: ({ id }: { id: string }) => [{ text: `about ${id}`, stars: 5, on: { id } }],
    },
    Film: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      reviews: ({ id }: { id: string }) => [{ text: `about ${id}`, stars: null, on: null }],
    },
  },
}

export const library = [catalogue, people, shipping]
