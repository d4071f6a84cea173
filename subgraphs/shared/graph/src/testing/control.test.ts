/** The walkers themselves: in a graph that guards nothing, each reports what it is there to find. */
import { buildSchema, type GraphQLFieldResolver } from 'graphql'
import { expect, test } from 'vitest'
import { aPerson } from './a-person.ts'
import { eachAlone } from './alone.ts'
import { eachCleaned } from './cleaned.ts'
import { fuzz } from './fuzz.ts'
import { nullConditions, nullsOf } from './nulls.ts'
import { NOBODY } from './plausible.ts'
import type { Sample } from './sample.ts'

const schema = buildSchema(`
  type Query { thing(id: ID): Thing, look(for: String): Int, page(first: Int, last: Int, before: String, after: String): Page }
  type Thing { fine: Int, broken: Int }
  type Page { edges: [Edge], pageInfo: PageInfo }
  type Edge { cursor: String, node: Thing }
  type PageInfo { endCursor: String }
`)

type Resolver = GraphQLFieldResolver<unknown, unknown, Record<string, unknown>>

function resolve(typeName: string, fieldName: string, resolver: Resolver) {
  const type = schema.getType(typeName)
  const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined
  Object.assign(field ?? {}, { resolve: resolver })
}

const failing = (message: string): never => {
  throw new Error(message)
}
resolve('Query', 'thing', () => ({ fine: 1 }))
resolve('Query', 'look', (_root, args) => (String(args['for']).includes('\0') ? failing('no text') : 1))
resolve('Query', 'page', (_root, { last }) => (last === 1 ? failing('no total') : {}))
resolve('Thing', 'broken', () => failing('nothing is selected'))

const actor = aPerson('0190a1b2-0000-7000-8000-00000000000a')
const sample: Sample = { schema, actor, now: new Date('2026-11-22T12:00:00Z'), known: {} }

test('a resolver that takes what it cannot take is reported, and a page that cannot be given', async () => {
  expect((await fuzz(sample)).faults).toEqual([
    'Query.look: for is NUL: no text',
    'Query.page: {"last":1}: no total',
  ])
})

test('a field that cannot be selected alone is reported', async () => {
  expect((await eachAlone(sample)).faults).toEqual([
    'Query { thing { broken } }: nothing is selected',
    'Thing { broken }: nothing is selected',
  ])
})

test('a text of no kind is reported', () => {
  expect(eachCleaned(sample).faults).toEqual([
    'Query.thing: id: no kind',
    'Query.look: for: no kind',
    'Query.page: before: no kind',
    'Query.page: after: no kind',
  ])
})

test('null is sent to every place that may not be null, by a variable that may be', () => {
  const given = buildSchema(`
    type Query { look(most: Int! = 5, rows: [Row!], end: End): Int }
    input Row { id: ID!, open: Boolean! = true, note: String }
    input End { by: By!, or: By }
    input By @oneOf { count: Int, on: [ID!] }
  `)
  const type = given.getQueryType()
  const field = type?.getFields()['look']
  if (!type || !field) throw new Error('no field look')
  const of = { ...sample, schema: given }
  const root = { type, path: [], found: 1, operation: 'query' } as const
  const cases = [...nullsOf(of, root, field), ...nullConditions(of, root, field)]
  expect(cases.map(({ document, refusedFor }) => [refusedFor, document?.replace(/\s+/g, ' ')])).toEqual([
    ['most', 'query ($hole: Int) { look(most: $hole) }'],
    ['rows.0', `query ($hole: Row = {id: "${NOBODY}"}) { look(rows: [$hole]) }`],
    ['rows.0.id', `query ($hole: ID = "${NOBODY}") { look(rows: [{id: $hole}]) }`],
    ['rows.0.open', `query ($hole: Boolean) { look(rows: [{id: "${NOBODY}", open: $hole}]) }`],
    ['end.by', 'query ($hole: By = {count: 1}) { look(end: {by: $hole}) }'],
    ['end.by.on.0', `query ($hole: ID = "${NOBODY}") { look(end: {by: {on: [$hole]}}) }`],
    ['end.or.on.0', `query ($hole: ID = "${NOBODY}") { look(end: {by: {count: 1}, or: {on: [$hole]}}) }`],
    ['end.by.count', 'query ($hole: Int = 1) { look(end: {by: {count: $hole}}) }'],
    ['end.by.count', 'query ($hole: Int) { look(end: {by: {count: $hole}}) }'],
    ['end.by.on', `query ($hole: [ID!] = ["${NOBODY}"]) { look(end: {by: {on: $hole}}) }`],
    ['end.by.on', 'query ($hole: [ID!]) { look(end: {by: {on: $hole}}) }'],
    ['if', 'query ($hole: Boolean = true) { look @include(if: $hole) }'],
    ['if', 'query ($hole: Boolean = true) { look @skip(if: $hole) }'],
  ])
})
