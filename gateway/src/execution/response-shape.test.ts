import { buildSchema, Kind, parse, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createShapes } from './response-shape.ts'

const schema = buildSchema(`
  interface Product { id: ID! same: Product strict: String! }
  type Book implements Product { id: ID! same: Book strict: String! price: Float }
  type Film implements Product { id: ID! same: Product strict: String! minutes: Int tags: [String!] grid: [[Int!]] }
  enum Mood { HAPPY SAD }
  scalar Json
  type Query { product: Product products: [Product!] films: [Film!] mood: Mood json: Json }
`)

function shape(query: string, data: Record<string, unknown>, variables: Record<string, unknown> = {}) {
  const { definitions } = parse(query)
  const [operation] = definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  )
  const fragments = definitions.filter(
    (d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION,
  )
  if (!operation) throw new Error('No operation')
  const shapes = createShapes(schema, operation, new Map(fragments.map((f) => [f.name.value, f])))
  const completion = { errors: [], path: [], introspect: () => null }
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

  it('an object of a type that clients do not know is null, and the type is not named', () => {
    const { data, errors } = shape('{ product { id } }', { product: { __typename: 'Secret', id: '1' } })
    expect(data).toEqual({ product: null })
    expect(JSON.stringify(errors)).not.toContain('Secret')
  })
})

it('conditions are decided per variables', () => {
  const query = 'query ($a: Boolean!) { mood @include(if: $a) json @skip(if: $a) }'
  const data = { mood: 'SAD', json: 1 }
  expect(shape(query, data, { a: true }).data).toEqual({ mood: 'SAD' })
  expect(shape(query, data, { a: false }).data).toEqual({ json: 1 })
})
