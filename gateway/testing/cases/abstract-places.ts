import { GraphQLError } from 'graphql'
import type { Case, Kind } from './case.ts'

const film = { __typename: 'Film', id: '1', name: 'Sult', more: { k: 1 } }

const beside = (query: string, data: object): Case => ({
  query: `{ ${query} lost }`,
  data: { ...data, lost: null },
  errors: [['lost', 'NO']],
})

/** An answer that has to be parsed, of a document that does not select `__typename` everywhere. */
export const abstractPlaces: Kind = {
  title: 'an object of an abstract type keeps its fields, whether or not its `__typename` is selected',
  subgraphs: [
    {
      name: 'a',
      sdl: `scalar Any interface Node { id: ID! } union Found = Film | Book
        type Film implements Node { id: ID! name: String more: Any } type Book implements Node { id: ID! pages: Int }
        type Query { one: Found list: [Found] grid: [[Found]] node: Node box: Box lost: Int } type Box { in: Found }`,
      resolvers: {
        Query: {
          one: () => film,
          list: () => [film, null],
          grid: () => [[film]],
          node: () => film,
          box: () => ({ in: film }),
          lost: () => {
            throw new GraphQLError('no', { extensions: { code: 'NO' } })
          },
        },
      },
    },
  ],
  cases: [
    { query: '{ one { ... on Film { more } } }', data: { one: { more: { k: 1 } } } },
    beside('one { ... on Film { name } }', { one: { name: 'Sult' } }),
    beside('one { kind: __typename ... on Film { name } }', { one: { kind: 'Film', name: 'Sult' } }),
    beside('one { ... on Book { pages } }', { one: {} }),
    beside('one { ... on Book { __typename } ... on Film { name } }', { one: { name: 'Sult' } }),
    beside('list { ... on Film { name } }', { list: [{ name: 'Sult' }, null] }),
    beside('grid { ... on Film { name } }', { grid: [[{ name: 'Sult' }]] }),
    beside('node { id ... on Film { name } }', { node: { id: '1', name: 'Sult' } }),
    beside('box { in { ... on Film { name } } }', { box: { in: { name: 'Sult' } } }),
    beside('one { __typename ... on Film { name } }', { one: { __typename: 'Film', name: 'Sult' } }),
  ],
}
