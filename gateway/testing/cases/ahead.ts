import { scriptedCases, type Kind, type Script } from './case.ts'

const SDL = `type Query { s: S states: [S!] hits: [H!] must: M some: I whole: Int text: String yes: Boolean id: ID real: Float }
  enum S { OPEN CLOSED } union H = A | B type A { x: Int } type B { y: Int } type M { n: Int! }
  interface I { f: String } type Strict implements I { f: String! } type Loose implements I { f: String }`
const OTHER = { name: 'b', sdl: 'type Query { other: Int }', resolvers: { Query: { other: () => 1 } } }

interface Ahead {
  readonly answer: string
  readonly query: string
  readonly data: Record<string, unknown>
  readonly unexplained: readonly string[]
  readonly notByApollo?: string
}

/** The same alone, where the bytes could be handed on, and beside another subgraph. */
const ahead = ({ answer, query, data, unexplained, notByApollo }: Ahead): Script => {
  const common = { unexplained, ...(notByApollo && { notByApollo }) }
  return {
    answer: `{"data":${answer}}`,
    cases: [
      { query: `{ ${query} }`, data, ...common },
      { query: `{ ${query} other }`, data: { ...data, other: 1 }, ...common },
    ],
  }
}

const byInterface = 'Its executor takes the nullability of the field from the interface, not from the object.'

const scripts: readonly Script[] = [
  ahead({ answer: '{"s":"LATE"}', query: 's', data: { s: null }, unexplained: ['s'] }),
  ahead({ answer: '{"s" : "LATE"}', query: 's', data: { s: null }, unexplained: ['s'] }),
  ahead({ answer: String.raw`{"\u0073":"LATE"}`, query: 's', data: { s: null }, unexplained: ['s'] }),
  ahead({
    answer: '{"states":["OPEN","LATE"]}',
    query: 'states',
    data: { states: null },
    unexplained: ['states.1'],
  }),
  ahead({
    answer: '{"states":["OPEN",null]}',
    query: 'states',
    data: { states: null },
    unexplained: ['states.1'],
  }),
  ahead({
    answer: '{"hits":[{"__typename":"A","x":1},{"__typename":"Neu"}]}',
    query: 'hits { __typename ... on A { x } }',
    data: { hits: null },
    unexplained: ['hits.1'],
  }),
  ahead({
    answer: '{"must":{"n":null}}',
    query: 'must { n }',
    data: { must: null },
    unexplained: ['must.n'],
  }),
  ahead({ answer: '{"must":{}}', query: 'must { n }', data: { must: null }, unexplained: ['must.n'] }),
  ahead({ answer: '{"whole":1.5}', query: 'whole', data: { whole: null }, unexplained: ['whole'] }),
  ahead({ answer: '{"whole":"1"}', query: 'whole', data: { whole: null }, unexplained: ['whole'] }),
  ahead({ answer: '{"text":1}', query: 'text', data: { text: null }, unexplained: ['text'] }),
  ahead({ answer: '{"yes":"true"}', query: 'yes', data: { yes: null }, unexplained: ['yes'] }),
  ahead({ answer: '{"id":true}', query: 'id', data: { id: null }, unexplained: ['id'] }),
  ahead({ answer: '{"real":"1"}', query: 'real', data: { real: null }, unexplained: ['real'] }),
  ahead({
    answer: '{"some":{"__typename":"Strict","f":null}}',
    query: 'some { __typename f }',
    data: { some: null },
    unexplained: ['some.f'],
    notByApollo: byInterface,
  }),
  ahead({
    answer: '{"some":{"__typename":"Loose","f":null}}',
    query: 'some { __typename f }',
    data: { some: { __typename: 'Loose', f: null } },
    unexplained: [],
  }),
]

export const subgraphsAhead: Kind = scriptedCases(
  'a subgraph that is ahead of the schema',
  SDL,
  [OTHER],
  scripts,
)
