import { SPECIFICATIONS } from '@kompetanse/schema/scalars'
import type { Kind } from './case.ts'

const me = {
  name: 'a',
  sdl: 'type Query { me: Int u: U } type U @key(fields: "id") { id: ID! }',
  resolvers: { Query: { me: () => 1 } },
}
const name = 'Query'

export const introspection: Kind = {
  title: 'an introspection field that is selected in several places is merged',
  subgraphs: [me],
  cases: [
    {
      query: '{ __type(name: "Query") { name } __type(name: "Query") { kind } }',
      data: { __type: { name, kind: 'OBJECT' } },
    },
    {
      query:
        '{ __schema { queryType { name } } ...F } fragment F on Query { __schema { mutationType { name } } }',
      data: { __schema: { queryType: { name }, mutationType: null } },
    },
    {
      query:
        '{ ...A ...B me } fragment A on Query { __schema { queryType { name } } } fragment B on Query { __schema { queryType { kind } } }',
      data: { __schema: { queryType: { name, kind: 'OBJECT' } }, me: 1 },
    },
    {
      query: '{ ... on Query { a: __schema { queryType { name } } } a: __schema { queryType { kind } } }',
      data: { a: { queryType: { name, kind: 'OBJECT' } } },
    },
    {
      // The alias is that of a key, which is fetched under another name than the client's.
      query: '{ me __schema { id: queryType { id: name } } }',
      data: { me: 1, __schema: { id: { id: name } } },
    },
    {
      query:
        'query ($name: String!, $no: Boolean = false) { a: __type(name: $name) { name } b: __type(name: "Int") { kind } a: __type(name: $name) @include(if: $no) { kind } }',
      variables: { name },
      data: { a: { name }, b: { kind: 'SCALAR' } },
    },
    {
      query:
        'query ($yes: Boolean!) { __schema { queryType { name @skip(if: $yes) kind } } __schema { queryType { name } } }',
      variables: { yes: true },
      data: { __schema: { queryType: { kind: 'OBJECT', name } } },
    },
  ],
}

const ofType = (type: string, isOneOf: boolean | null) => ({
  query: `{ __type(name: "${type}") { isOneOf } }`,
  data: { __type: { isOneOf } },
})

export const oneOf: Kind = {
  title: 'an input tells whether exactly one of its fields is given',
  subgraphs: [
    {
      name: 'a',
      sdl: `directive @oneOf on INPUT_OBJECT
        type Query { me(one: One, all: All): Int } input One @oneOf { a: Int b: Int } input All { a: Int }`,
      resolvers: { Query: { me: () => 1 } },
    },
  ],
  cases: [
    ofType('One', true),
    ofType('All', false),
    ofType('Query', null),
    {
      query:
        '{ me ...F } fragment F on Query { __type(name: "One") { ...T } } fragment T on __Type { isOneOf }',
      data: { me: 1, __type: { isOneOf: true } },
    },
  ],
}

// Names that every plain object inherits, as scalars without a specification.
const unspecified = ['constructor', 'toString', 'hasOwnProperty', 'Plain']
const scalars = [...Object.keys(SPECIFICATIONS), ...unspecified]

export const specifications: Kind = {
  title: 'a scalar tells by what it is specified',
  subgraphs: [
    {
      name: 'a',
      sdl: `${scalars.map((scalar) => `scalar ${scalar}`).join(' ')}
        type Query { ${scalars.map((scalar, at) => `f${at}: ${scalar}`).join(' ')} }`,
      resolvers: {},
    },
  ],
  cases: [
    ...Object.entries(SPECIFICATIONS).map(([scalar, specifiedByURL]) => ({
      query: `{ __type(name: "${scalar}") { specifiedByURL } }`,
      data: { __type: { specifiedByURL } },
    })),
    ...unspecified.map((scalar) => ({
      query: `{ __type(name: "${scalar}") { specifiedByURL } }`,
      data: { __type: { specifiedByURL: null } },
    })),
  ],
}
