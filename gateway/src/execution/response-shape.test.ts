import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Completion } from './completion.ts'
import { createShapes } from './response-shape.ts'

const schema = buildSchema(`
  interface Product { id: ID! same: Product strict: String! }
  type Book implements Product { id: ID! same: Book strict: String! price: Float }
  type Film implements Product { id: ID! same: Product strict: String! minutes: Int tags: [String!] grid: [[Int!]] }
  enum Mood { HAPPY SAD }
  scalar Json
  union Found = Book | Film
  type Query { solid: Json! product: Product products: [Product!] films: [Film!] mood: Mood json: Json }
`)

function shape(
  query: string,
  data: Record<string, unknown>,
  variables: Record<string, unknown> = {},
  introspect: Completion['introspect'] = () => null,
) {
  const { definitions } = parse(query)
  const [operation] = definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  )
  const fragments = definitions.filter(
    (d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION,
  )
  if (!operation) throw new Error('No operation')
  const shapes = createShapes(schema, operation, new Map(fragments.map((f) => [f.name.value, f])))
  const completion = { errors: [], path: [], introspect }
  return {
    data: shapes.for(variables)(data, completion),
    errors: completion.errors as { message: string; path: unknown }[],
  }
}

describe('the answer has the client’s selection, not what was fetched', () => {
  it('keys and type names are left out, and the order is that of the document', () => {
    const data = { product: { __typename: 'Book', price: 1, id: '1' } }
    expect(JSON.stringify(shape('{ product { id ... on Book { price } } }', data).data)).toBe(
      '{"product":{"id":"1","price":1}}',
    )
  })

  it('a field that an implementation narrows is read by the narrower type, although no name was fetched', () => {
    const query = '{ product { ... on Product { same { __typename } } ... on Book { same { price } } } }'
    const data = { product: { __typename: 'Book', same: { price: 2 } } }
    expect(shape(query, data).data).toEqual({ product: { same: { __typename: 'Book', price: 2 } } })
    const other = '{ product { ... on Book { same { price } } ... on Product { same { id } } } }'
    expect(shape(other, { product: { __typename: 'Book', same: { id: '1', price: 2 } } }).data).toEqual({
      product: { same: { price: 2, id: '1' } },
    })
  })
})

describe('the name of an object’s type', () => {
  it.each<[string, string, Record<string, unknown>, unknown]>([
    [
      'is the root’s, whatever the subgraph calls it',
      '{ of: __typename }',
      { of: 'RootQuery' },
      { of: 'Query' },
    ],
    [
      'is the field’s, where that can be one alone',
      '{ films { ... on Product { __typename } } }',
      { films: [{}] },
      { films: [{ __typename: 'Film' }] },
    ],
    [
      'is not known where none was fetched: the object is not shown',
      '{ product { id __typename } }',
      { product: { id: '1' } },
      { product: null },
    ],
    [
      'is not an interface’s: the object is not shown',
      '{ product { id __typename } }',
      { product: { id: '1', __typename: 'Product' } },
      { product: null },
    ],
    [
      'is not needed where the client does not select it',
      '{ product { id } }',
      { product: { id: '1', __typename: 'Product' } },
      { product: { id: '1' } },
    ],
    [
      'is a union’s by a fault alone: a field is that of the place',
      '{ product { id } }',
      { product: { id: '1', __typename: 'Found' } },
      { product: { id: '1' } },
    ],
  ])('%s', (_what, query, data, shown) => {
    expect(shape(query, data)).toEqual({ data: shown, errors: [] })
  })
})

describe('fetched data that matches the selection is not copied', () => {
  const QUERY = '{ films { id minutes tags } mood }'
  const film = (id: string) => ({ id, minutes: 90, tags: ['a'] })

  it('an answer in which nothing differs is itself what is written', () => {
    const data = { films: [film('1'), film('2')], mood: 'SAD' }
    const shaped = shape(QUERY, data)
    expect([shaped.data === data, shaped.errors]).toEqual([true, []])
  })

  const loose = { minutes: 90, id: '2', tags: ['a'] }
  it.each([
    ['a field too many at the end', { ...film('2'), __typename: 'Film' }, film('2'), []],
    ['a field too many at the beginning', { __typename: 'Film', ...film('2') }, film('2'), []],
    ['another order', loose, film('2'), []],
    ['a field that is missing', { id: '2', minutes: 90 }, { id: '2', minutes: 90, tags: null }, []],
    ['a value that must go', { ...film('2'), minutes: '90' }, { ...film('2'), minutes: null }, ['minutes']],
    [
      'two values that must go',
      { ...film('2'), minutes: '90', tags: 1 },
      { ...film('2'), minutes: null, tags: null },
      ['minutes', 'tags'],
    ],
  ])('only its parents are copied, with one error for each fault: %s', (_name, given, written, faults) => {
    const [first, last] = [film('1'), film('3')]
    const { data, errors } = shape(QUERY, { films: [first, given, last], mood: 'SAD' })
    expect(JSON.stringify(data)).toBe(JSON.stringify({ films: [first, written, last], mood: 'SAD' }))
    expect(errors.map(({ path }) => path)).toEqual(faults.map((name) => ['films', 1, name]))
    const films = (data as { films: unknown[] }).films
    expect([films[0] === first, films[1] === given, films[2] === last]).toEqual([true, false, true])
  })

  it('each element of a list that differs is copied, and none besides', () => {
    const more = (id: string) => ({ ...film(id), __typename: 'Film' })
    const films = [more('1'), film('2'), more('3')]
    expect(shape(QUERY, { films, mood: 'SAD' }).data).toEqual({
      films: ['1', '2', '3'].map(film),
      mood: 'SAD',
    })
  })

  it('a name that every object has is a field only where it was fetched', () => {
    const named = buildSchema('type Query { a: A } type A { constructor: String toString: Int }')
    const document = parse('{ a { constructor toString } }')
    const [operation] = document.definitions
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation')
    const completion = { errors: [], path: [], introspect: () => null }
    expect(createShapes(named, operation, new Map()).for({})({ a: {} }, completion)).toEqual({
      a: { constructor: null, toString: null },
    })
  })
})

describe('nulls', () => {
  const strict = (path: unknown[]) => [
    { message: 'Cannot return null for non-nullable field Film.strict.', path },
  ]

  it('a strict field without a value makes the object around it null, with one error', () => {
    const films = [{ strict: 'a' }, {}]
    expect(shape('{ films { strict } }', { films })).toEqual({
      data: { films: null },
      errors: strict(['films', 1, 'strict']),
    })
  })

  it('in lists of lists, to the innermost list that may be null', () => {
    const films = [{ grid: [[1], [2, null]], tags: ['a', null] }]
    const { data, errors } = shape('{ films { grid tags } }', { films })
    expect(data).toEqual({ films: [{ grid: [[1], null], tags: null }] })
    expect(errors.map(({ path }) => path)).toEqual([
      ['films', 0, 'grid', 1, 1],
      ['films', 0, 'tags', 1],
    ])
  })

  it('a value that the type does not allow is null', () => {
    expect(shape('{ mood }', { mood: 'ANGRY' }).data).toEqual({ mood: null })
    expect(shape('{ films { minutes } }', { films: [{ minutes: '7' }] }).data).toEqual({
      films: [{ minutes: null }],
    })
    expect(shape('{ json }', { json: { any: [1] } }).data).toEqual({ json: { any: [1] } })
  })

  it.each<[string, string, Record<string, unknown>, unknown, unknown[]]>([
    ['an object that is missing is null', '{ product { id } }', {}, { product: null }, []],
    ['an object that is null is null', '{ product { id } }', { product: null }, { product: null }, []],
    ['a list that is null is null', '{ films { id } }', { films: null }, { films: null }, []],
    ['a list that is missing is null', '{ films { id } }', {}, { films: null }, []],
    ['a value that is missing is null', '{ json mood }', {}, { json: null, mood: null }, []],
    ['a list is no object', '{ product { id } }', { product: [{ id: '1' }] }, { product: null }, ['product']],
    ['a text is no object', '{ product { id } }', { product: 'x' }, { product: null }, ['product']],
    ['an object is no list', '{ films { id } }', { films: { id: '1' } }, { films: null }, ['films']],
    ['any value must not be null', '{ solid }', { solid: null }, null, ['solid']],
    ['any value must not be missing', '{ solid }', {}, null, ['solid']],
  ])('%s', (_what, query, data, shown, paths) => {
    const { data: given, errors } = shape(query, data)
    expect([given, errors.map(({ path }) => String(path))]).toEqual([shown, paths])
  })

  it('an object of a type that clients do not know is null, and the type is not named', () => {
    const { data, errors } = shape('{ product { id } }', { product: { __typename: 'Secret', id: '1' } })
    expect(data).toEqual({ product: null })
    expect(JSON.stringify(errors)).not.toContain('Secret')
  })
})

it('what introspection answers is under the client’s names, from all places that select it', () => {
  const query =
    '{ mood mine: __type(name: "Film") { name } ...F } fragment F on Query { mine: __type(name: "Film") { kind } __schema { description } }'
  const { data } = shape(query, { mood: 'SAD' }, {}, (places) => places.map(({ name }) => name.value))
  expect(data).toEqual({ mood: 'SAD', mine: ['__type', '__type'], __schema: ['__schema'] })
})

describe('the work', () => {
  /** How often a leaf is read that is so many objects deep, when each and the outermost have more than is selected. */
  function readsOf(depth: number, each: object, outermost: object) {
    let reads = 0
    const get = () => {
      reads++
      return '1'
    }
    const leaf = Object.defineProperty({ ...each }, 'id', { enumerable: true, get })
    const inner = Array.from({ length: depth }).reduce((same: object) => ({ same, ...each }), leaf)
    const query = `{ product ${'{ same '.repeat(depth)} { id } ${'}'.repeat(depth)} }`
    shape(query, { product: { ...inner, ...outermost } })
    return reads
  }
  const named = { __typename: 'Film' }

  it('grows with the data, and not with how deep they are', () => {
    expect(readsOf(14, named, {})).toBe(readsOf(1, named, {}))
  })

  it('is done once for what stays as it was fetched, whatever is beside it', () => {
    expect(readsOf(2, {}, named)).toBe(readsOf(2, {}, {}))
  })
})

it.each([
  ['mutation { pay }', 'The schema has no mutation type'],
  ['{ pay }', 'No field Query.pay'],
])('an operation that the schema does not have is refused: %s', (query, message) => {
  expect(() => shape(query, {})).toThrow(new Error(message))
})

it('conditions are decided per variables', () => {
  const query = 'query ($a: Boolean!) { mood @include(if: $a) json @skip(if: $a) }'
  const data = { mood: 'SAD', json: 1 }
  expect(shape(query, data, { a: true }).data).toEqual({ mood: 'SAD' })
  expect(shape(query, data, { a: false }).data).toEqual({ json: 1 })
})

it('says of a path whether it is of the answer: an input that is only fetched is not', () => {
  const [operation] = parse('{ product { id } }').definitions
  const { selects } = createShapes(schema, operation as OperationDefinitionNode, new Map())
  expect([selects(['product', 'id']), selects(['product', 'strict'])]).toEqual([true, false])
})
