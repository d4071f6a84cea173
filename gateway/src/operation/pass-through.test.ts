import { describe, expect, it } from 'vitest'
import { buildGraph } from '../graph/graph.ts'
import { compose } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'
import { prepare } from '../../testing/prepare.ts'

const graph = buildGraph(compose(library, {}))

const through = (query: string, on = graph): string | null => prepare(on, query).passThrough?.query ?? null

describe('an answer is handed through', () => {
  it.each([
    ['{ books { id title } }', '{books{id title}}'],
    ['{ books { __typename id author { name } } }', '{books{__typename id author{name}}}'],
    [
      'query($n: Int!) { books(first: $n) { ...B } } fragment B on Book { id }',
      'query($n:Int!){books(first:$n){...B}}fragment B on Book{id}',
    ],
    ['mutation { rename(id: 1, title: "x") { title } }', 'mutation{rename(id:1 title:"x"){title}}'],
    ['{ search { __typename ... on Film { title } } }', '{search{__typename ...on Film{title}}}'],
    ['{ books { id @skip(if: false) } }', '{books{id@skip(if:false)}}'],
  ])('%s', (query, sent) => expect(through(query)).toBe(sent))
})

describe('an answer is looked at', () => {
  it.each([
    ['two subgraphs', '{ books { shipping } }'],
    ['a root type name, which a subgraph may choose', '{ __typename books { id } }'],
    ['a type condition on a root type', '{ ... on Query { books { id } } }'],
    ['an interface with an inaccessible type in it', '{ works { id } }'],
    ['an enum with an inaccessible value', '{ mood }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['a type that this subgraph has not', '{ shelf { plays ... on Song { id } } }'],
    ['a union without the type of each', '{ search { ... on Film { title } } }'],
    ['the type under another name', '{ search { kind: __typename ... on Film { title } } }'],
    ['the type of some', '{ search { ... on Film { __typename title } } }'],
    [
      'the type under a condition',
      'query ($yes: Boolean!) { search { __typename @include(if: $yes) ... on Film { title } } }',
    ],
    ['a condition on the whole operation', 'query ($yes: Boolean!) { books @skip(if: $yes) { id } }'],
  ])('%s', (_why, query) => expect(through(query)).toBeNull())
})

it('an answer is parsed when the subgraph lacks an implementation of the selected interface', () => {
  const node = 'interface Node { id: ID! }'
  const toaster = 'type Toaster implements Node @key(fields: "id") { id: ID! }'
  const oven = 'type Oven implements Node @key(fields: "id") { id: ID! warranty: Int }'
  const a = `${node} ${toaster} type Oven @key(fields: "id") { id: ID! } union Product = Oven | Toaster type Query { products: [Product!]! }`
  const definitions = [
    { name: 'a', sdl: a, resolvers: {} },
    { name: 'b', sdl: `${node} ${oven}`, resolvers: {} },
  ]
  const partly = buildGraph(compose(definitions, {}))
  expect(through('{ products { __typename ... on Node { id } } }', partly)).toBeNull()
  expect(
    through('{ products { __typename ... on Toaster { id } ... on Oven { id } } }', partly),
  ).not.toBeNull()
})
