import { processorMs } from '@kompetanse/schema/testing/processor-ms'
import { buildSchema, getIntrospectionQuery, parse, type OperationDefinitionNode } from 'graphql'
import { describe, expect, it } from 'vitest'
import { priceOperation } from './price-operation.ts'
import type { JsonObject } from '../json/json.ts'
import { parseJson } from '../json/parse-json.ts'
import { readPrices } from '../graph/prices.ts'

const prices = readPrices(
  buildSchema(`
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    me: Person
    people(first: Int, last: Int, filter: Filter, search: String @cost(weight: 100)): People
      @listSize(assumedSize: 30, slicingArguments: ["first", "last"], sizedFields: ["edges"])
    units: [Unit!]! @listSize(assumedSize: 5)
    found: [Found!]! @listSize(assumedSize: 2)
    unsaid: [Unit!]!
    names: [String!]!
    dear: Person @cost(weight: 50)
  }
  type Mutation { rename(inputs: [Rename!]!): Person }
  input Rename { id: ID!, name: String }
  input Filter { search: String @cost(weight: 100), unit: ID, and: [Filter!] }
  type People { totalCount: Int! edges: [Edge!]! }
  type Edge { node: Person! }
  type Person { id: ID! name: String! unit: Unit friends(first: Int = 7): People
    @listSize(assumedSize: 10, slicingArguments: ["first"], sizedFields: ["edges"]) }
  type Unit { id: ID! people(first: Int): People @listSize(assumedSize: 4, slicingArguments: ["first"], sizedFields: ["edges"]) }
  type Heavy @cost(weight: 9) { id: ID! }
  union Found = Person | Unit | Heavy`),
)

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text)
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  )
  if (!operation) throw new Error('no operation')
  return priceOperation(prices, document, operation)(variables)
}
const page = (args: string) => `{ people${args} { edges { node { name } } } }`

describe('what an operation costs', () => {
  it.each([
    ['a root field is 10, an object 1, a leaf nothing', '{ me { id name } names }', 10 + 1 + 10],
    ['a list is as many as it says', '{ units { id } }', 10 + 5],
    ['and 10 where it says nothing', '{ unsaid { id } }', 10 + 10],
    ['a page has the requested length: an edge and a node', page('(first: 3)'), 10 + 1 + 3 * 2],
    ['the longer of both ends', page('(first: 3, last: 4)'), 10 + 1 + 4 * 2],
    ['as assumed when no length is requested', page(''), 10 + 1 + 30 * 2],
    ['as assumed for null', page('(first: null)'), 10 + 1 + 30 * 2],
    ['nothing for less than none', page('(first: -5)'), 10 + 1],
    [
      'lists in lists multiply',
      '{ units { people(first: 2) { edges { node { id } } } } }',
      10 + 5 * (1 + 1 + 2 * 2),
    ],
    ['each alias is another', '{ a: me { id } b: me { id } }', 22],
    ['of one name it is the same field', '{ me { unit { id } } me { unit { id } name } }', 10 + 2],
    [
      'a fragment counts where it is spread',
      '{ me { ...P } a: me { ...P } } fragment P on Person { unit { id } }',
      24,
    ],
    [
      'of a union the dearest type',
      '{ found { ... on Person { unit { id } } ... on Unit { id } } }',
      10 + 2 * (1 + 1),
    ],
    ['a field and a type may have weights of their own', '{ dear { id } }', 10 + 50],
    ['a search costs, wherever it is written', page('(first: 0, search: "x")'), 10 + 1 + 100],
    [
      'in a filter as well, which is an object',
      page('(first: 0, filter: { search: "x", unit: 1 })'),
      10 + 1 + 101,
    ],
    [
      'and in a filter within',
      page('(first: 0, filter: { and: [{ search: "x" }, { search: "y" }] })'),
      10 + 1 + 1 + 2 * 101,
    ],
    ['what is null was not given', page('(first: 0, search: null, filter: { search: null })'), 10 + 1 + 1],
    [
      'a command is paid for by what it is given',
      'mutation { rename(inputs: [{ id: 1 }, { id: 2 }]) { id } }',
      13,
    ],
  ])('%s', (_what, text, expected) => {
    expect(cost(text)).toBe(expected)
  })

  it('depends on the variables that say how many, or whether', () => {
    const sized = 'query ($n: Int = 2) { people(first: $n) { edges { node { id } } } }'
    expect([{}, { n: 7 }, { n: null }, { n: 'x' }, { n: -1 }].map((each) => cost(sized, each))).toEqual([
      10 + 1 + 4,
      10 + 1 + 14,
      10 + 1 + 60,
      10 + 1 + 60,
      10 + 1,
    ])
    // A number that a double would shorten comes as it was written, and is executed as what it is.
    expect(cost(sized, parseJson('{ "n": 7.0000000000000000000 }') as JsonObject)).toBe(10 + 1 + 14)
    const filtered =
      'query ($f: Filter, $s: String) { people(first: 0, filter: $f, search: $s) { totalCount } }'
    expect(cost(filtered)).toBe(11)
    expect(cost(filtered, { s: 'x' })).toBe(111)
    expect(cost(filtered, { f: { and: [{ search: 'x' }, { unit: '1' }] } })).toBe(11 + 3 + 100)
    const conditional =
      'query ($a: Boolean!, $b: Boolean!) { me @include(if: $a) { id unit @skip(if: $b) { id } } }'
    expect(cost(conditional, { a: false, b: false })).toBe(0)
    expect(cost(conditional, { a: true, b: true })).toBe(11)
    expect(cost(conditional, { a: true, b: false })).toBe(12)
    const many = 'mutation ($all: [Rename!]!) { rename(inputs: $all) { id } }'
    expect(cost(many, { all: Array.from({ length: 40 }, (_, id) => ({ id })) })).toBe(51)
  })

  it('of introspection is little once, and much when it multiplies', () => {
    const once = cost(getIntrospectionQuery())
    expect(once).toBeGreaterThan(10)
    expect(once).toBeLessThan(200)
    const inner = 'fields { name args { name type { name fields { name } } } }'
    const aliased = Array.from({ length: 90 }, (_, at) => `a${at}: __schema { types { name ${inner} } }`)
    expect(cost(`{ ${aliased.join(' ')} }`)).toBeGreaterThan(90 * 10 + once)
  })

  it('is no bound to who asks for 10^13 rows in a line', () => {
    const turn = (inner: string) => `friends(first: 2000) { edges { node { ${inner} } } }`
    expect(cost(`{ me { ${turn(turn(turn(turn('id'))))} } }`)).toBeGreaterThan(1e13)
  })

  it('is found in a moment, however fragments are spread', () => {
    const spread = Array.from(
      { length: 9 },
      (_, at) => `fragment F${at} on Person { a: unit { id } ...F${at + 1} ...F${at + 1} }`,
    )
    const begun = processorMs()
    expect(cost(`{ me { ...F0 } } ${spread.join(' ')} fragment F9 on Person { unit { id } }`)).toBe(13)
    expect(processorMs() - begun).toBeLessThan(500)
  })
})
