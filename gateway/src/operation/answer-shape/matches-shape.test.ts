import fc from 'fast-check'
import { processorMs } from '@kompetanse/schema/testing/processor-ms'
import { buildSchema, Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { fragmentsOf } from '../../document/fragments-of.ts'
import { createMatchesShape } from './matches-shape.ts'

const schema = buildSchema(`
  type Query { unmade: Unmade! unset: Unmade rows: [Row!] row: Row! found: [Found] work: Work json: Json mood: Mood grid: [[Int!]] }
  type Mutation { pay: Int }
  interface Work { title: String }
  interface Unmade { title: String }
  type Row implements Work { id: ID! title: String! price: Float count: Int yes: Boolean mood: Mood! }
  type Film implements Work { title: String minutes: Int! }
  union Found = Row | Film
  enum Mood { HAPPY SAD }
  scalar Json
`)

function matcherFor(query: string) {
  const document = parse(query)
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('No operation')
  return createMatchesShape(schema, operation, fragmentsOf(document))
}

const matches = (query: string, text: string, variables: Record<string, unknown> = {}): boolean =>
  matcherFor(query)(Buffer.from(text), variables)

const ROW = '{ row { id title price count yes mood } }'
const rowOf = (fields: Record<string, string>) => {
  const all = { id: '"1"', title: '"t"', price: '1.5', count: '1', yes: 'true', mood: '"SAD"', ...fields }
  return `{"data":{"row":{${Object.entries(all)
    .map(([name, value]) => `"${name}":${value}`)
    .join()}}}}`
}

describe('bytes that are the answer are handed on', () => {
  it.each([
    ['every kind of value', ROW, rowOf({})],
    ['a final line feed', ROW, `${rowOf({})}\n`],
    ['null where it may be', ROW, rowOf({ price: 'null', count: 'null', yes: 'null' })],
    ['numbers', ROW, rowOf({ price: '-0.5e+10', count: '-12', id: '7' })],
    ['text', ROW, rowOf({ title: String.raw`"\"\\ \u00e6 ø {\"data\":null}"` })],
    ['no list', '{ rows { id } }', '{"data":{"rows":null}}'],
    ['an empty list', '{ rows { id } }', '{"data":{"rows":[]}}'],
    ['lists of lists', '{ grid }', '{"data":{"grid":[[1,2],null,[]]}}'],
    ['a text of a scalar of its own', '{ json }', '{"data":{"json":"x"}}'],
    ['a number of one', '{ json }', '{"data":{"json":-1.5e9}}'],
    [
      'aliases and fragments',
      '{ a: row { ...R } } fragment R on Row { id t: title }',
      '{"data":{"a":{"id":"1","t":""}}}',
    ],
    [
      'objects of several types',
      '{ found { __typename ... on Row { id } ... on Film { minutes } } }',
      '{"data":{"found":[{"__typename":"Film","minutes":1},null,{"__typename":"Row","id":"1"}]}}',
    ],
    [
      'their names last',
      '{ found { ... on Row { title } ... on Film { title } __typename } }',
      '{"data":{"found":[{"title":null,"__typename":"Film"},{"title":"t","__typename":"Row"}]}}',
    ],
    ['without their names', '{ work { title } }', '{"data":{"work":{"title":null}}}'],
    ['nothing at all', '{ work { ... on Film { minutes } } }', '{"data":{"work":{}}}'],
    ['null for what no type is', '{ unset { title } }', '{"data":{"unset":null}}'],
    ['a mutation', 'mutation { pay }', '{"data":{"pay":1}}'],
  ])('%s', (_why, query, text) => expect(matches(query, text)).toBe(true))
})

describe('bytes that could be anything else are looked at', () => {
  it.each([
    ['a null that must not be', ROW, rowOf({ title: 'null' })],
    ['an unknown enum value', ROW, rowOf({ mood: '"LATE"' })],
    ['an enum value as its beginning', ROW, rowOf({ mood: '"SADDER"' })],
    ['a fraction for Int', ROW, rowOf({ count: '1.5' })],
    ['text for Int', ROW, rowOf({ count: '"1"' })],
    ['a long number for Int', ROW, rowOf({ count: '12345678901234567' })],
    ['a number for String', ROW, rowOf({ title: '1' })],
    ['text for Boolean', ROW, rowOf({ yes: '"true"' })],
    ['a leading zero', ROW, rowOf({ count: '01' })],
    ['an object for a leaf', ROW, rowOf({ price: '{}' })],
    ['white space before a colon', ROW, rowOf({}).replace('"title":', '"title" :')],
    ['white space after a colon', ROW, rowOf({}).replace('"title":', '"title": ')],
    ['an escape in a name', ROW, rowOf({}).replace('"title":', String.raw`"t\u0069tle":`)],
    ['an escape that is none', ROW, rowOf({ title: String.raw`"\x"` })],
    ['an escape without its digits', ROW, rowOf({ title: String.raw`"\u12g4"` })],
    ['a line break in text', ROW, rowOf({ title: '"a\nb"' })],
    ['errors', ROW, rowOf({}).replace(/\}$/, ',"errors":[]}')],
    ['errors first', ROW, rowOf({}).replace('{"data"', '{"errors":null,"data"')],
    ['extensions', ROW, rowOf({}).replace(/\}$/, ',"extensions":{}}')],
    ['no data', ROW, '{"data":null}'],
    ['a missing field', '{ row { id title } }', '{"data":{"row":{"id":"1"}}}'],
    ['a field too many', '{ row { id } }', '{"data":{"row":{"id":"1","title":"t"}}}'],
    ['another order', '{ row { id title } }', '{"data":{"row":{"title":"t","id":"1"}}}'],
    ['a null in a list', '{ rows { id } }', '{"data":{"rows":[{"id":"1"},null]}}'],
    ['an object for a list', '{ rows { id } }', '{"data":{"rows":{"id":"1"}}}'],
    ['a list for an object', '{ row { id } }', '{"data":{"row":[{"id":"1"}]}}'],
    ['a list that goes on', '{ rows { id } }', '{"data":{"rows":[{"id":"1"},]}}'],
    ['an unknown type', '{ found { __typename } }', '{"data":{"found":[{"__typename":"Neu"}]}}'],
    [
      'fields of another type',
      '{ found { __typename ... on Row { id } } }',
      '{"data":{"found":[{"__typename":"Film","id":"1"}]}}',
    ],
    [
      'a null that the object forbids',
      '{ work { __typename title } }',
      '{"data":{"work":{"__typename":"Row","title":null}}}',
    ],
    ['JSON cut short', ROW, rowOf({}).slice(0, -3)],
    ['text that never ends', ROW, '{"data":{"row":{"id":"'],
    ['two answers', ROW, rowOf({}) + rowOf({})],
    ['an object of a scalar of its own', '{ json }', '{"data":{"json":{"a":1}}}'],
    ['a list of one', '{ json }', '{"data":{"json":[1]}}'],
    ['nothing', ROW, ''],
    ['nothing for what no type is', '{ unmade { title } }', '{"data":{"unmade":}}'],
    ['anything for what no type is', '{ unmade { title } }', '{"data":{"unmade":{}}}'],
  ])('%s', (_why, query, text) => expect(matches(query, text)).toBe(false))
})

it('bytes that are no UTF-8 are looked at, whatever they would be as letters', () => {
  const matchesShape = matcherFor('{ row { title } }')
  const answer = (...text: number[]) =>
    Buffer.concat([Buffer.from('{"data":{"row":{"title":"'), Buffer.from(text), Buffer.from('"}}}')])
  expect(matchesShape(answer(0xc3, 0xa9), {})).toBe(true)
  for (const text of [[0xe9], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xff], [0xc3]])
    expect(matchesShape(answer(...text), {})).toBe(false)
})

it('conditions are those of the variables', () => {
  const query = 'query ($a: Boolean!) { row { id @skip(if: $a) title } mood @include(if: $a) }'
  expect(matches(query, '{"data":{"row":{"title":"t"},"mood":"SAD"}}', { a: true })).toBe(true)
  expect(matches(query, '{"data":{"row":{"title":"t"},"mood":"SAD"}}', { a: false })).toBe(false)
  expect(matches(query, '{"data":{"row":{"id":"1","title":"t"}}}', { a: false })).toBe(true)
})

it('what matches is JSON, whatever one character is changed to', () => {
  const query = '{ rows { id title price count yes mood } json }'
  const row = { id: '1', title: 'a "\u0007\\é"', price: -1.5e9, count: 12, yes: true, mood: 'SAD' }
  const written = JSON.stringify({ data: { rows: [row, { ...row, price: null }], json: 0.5 } })
  expect(matches(query, written)).toBe(true)
  const letters = fc.constantFrom('', '"', '{', ']', ',', '\\', '0', '-', '.', 'e', 'x', '\n')
  fc.assert(
    fc.property(fc.nat(written.length - 1), letters, (at, put) => {
      const changed = written.slice(0, at) + put + written.slice(at + 1)
      if (matches(query, changed)) expect(() => JSON.parse(changed) as unknown).not.toThrow()
    }),
    { numRuns: 2000 },
  )
})

describe('the work is bounded', () => {
  const within = (milliseconds: number, query: string, text: string) => {
    const [matchesShape, body] = [matcherFor(query), Buffer.from(text)]
    const begun = processorMs()
    const answer = matchesShape(body, {})
    expect(processorMs() - begun).toBeLessThan(milliseconds)
    return answer
  }
  const many = (row: string, end: string) => `{"data":{"found":[${Array(10_000).fill(row).join()}]}${end}`

  it('when every row matches in two ways and the end is wrong', () => {
    const query = '{ found { ... on Row { title } ... on Film { title } } }'
    expect(within(500, query, many('{"title":"t"}', '}'))).toBe(true)
    expect(within(500, query, many('{"title":"t"}', ']'))).toBe(false)
  })
  it('when a text never ends', () => {
    expect(within(500, '{ row { id } }', `{"data":{"row":{"id":"${'a\\n'.repeat(1_000_000)}`)).toBe(false)
  })
  it('when a list is longer than a match may remember', () => {
    const grid = (length: number) => `{"data":{"grid":[[${Array(length).fill(1).join()}]]}}`
    expect(within(2000, '{ grid }', grid(1_000_000))).toBe(true)
    expect(within(2000, '{ grid }', grid(5_000_000))).toBe(false)
  })
  it('when an operation is longer than a pattern may be', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => `r${at}: row { id title mood }`)
    const text = (count: number) =>
      `{"data":{${Array.from({ length: count }, (_, at) => `"r${at}":{"id":"1","title":"t","mood":"SAD"}`).join()}}}`
    expect(within(500, `{ ${rows(100).join(' ')} }`, text(100))).toBe(true)
    expect(within(500, `{ ${rows(5000).join(' ')} }`, text(5000))).toBe(false)
  })
})

it('alternatives within alternatives end in bounded work', () => {
  const nested = buildSchema(
    'type Query { n: N } interface N { n: N } type A implements N { n: N } type B implements N { n: N }',
  )
  const depth = 30
  // Both types have all that is below, and differ only in their last field: each would be read twice at each level.
  const level = (at: number) =>
    `fragment F${at} on N { ... on A { n { ...F${at + 1} } a: n { __typename } } ... on B { n { ...F${at + 1} } b: n { __typename } } }`
  const levels = Array.from({ length: depth }, (_, at) => level(at))
  const document = parse(`{ n { ...F0 } } ${levels.join(' ')} fragment F${depth} on N { __typename }`)
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation')
  const text = `{"data":${'{"n":'.repeat(depth + 1)}{"__typename":"C"}${'}'.repeat(depth + 2)}`
  const begun = processorMs()
  expect(createMatchesShape(nested, operation, fragmentsOf(document))(Buffer.from(text), {})).toBe(false)
  expect(processorMs() - begun).toBeLessThan(1000)
})
