import SchemaBuilder from '@pothos/core'
import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { countedConnections } from '../counted.ts'
import { arrayPage, byPlace } from '../offset-page.ts'
import { pageOf } from '../sizes.ts'
import { builderOptions } from '../builder.ts'
import type { SharedSchemaTypes } from '../shared-builder.ts'
import { inputChecker } from './check-operation.ts'

const { plugins, ...options } = builderOptions
const builder = new SchemaBuilder<SharedSchemaTypes>({
  ...options,
  // Without what needs a database.
  plugins: plugins.filter((plugin) => plugin !== 'prisma'),
} as never)

const Row = builder.inputType('Row', {
  fields: (t) => ({ id: t.idOf('LearningGoal', { required: true }), words: t.string(), code: t.string() }),
})
const End = builder.inputType('End', {
  isOneOf: true,
  fields: (t) => ({ count: t.int(), search: t.string() }),
})
const Repeat = builder.inputType('Repeat', {
  fields: (t) => ({ end: t.field({ type: End, required: true }) }),
})
const Thing = builder.objectRef<{ name: string }>('Thing').implement({
  fields: (t) => ({ name: t.exposeString('name') }),
})
builder.queryType({
  fields: (t) => ({
    look: t.int({
      args: {
        id: t.arg.idOf('Person'),
        search: t.arg.string(),
        rows: t.arg({ type: [Row] }),
        repeat: t.arg({ type: Repeat }),
        most: t.arg.int({ required: true, defaultValue: 5 }),
      },
      resolve: () => 1,
    }),
    things: t.connection(
      { type: Thing, ...byPlace, ...pageOf(10), resolve: (_root, args) => arrayPage(args, [{ name: 'a' }]) },
      ...countedConnections(builder)(Thing, 'Thing'),
    ),
  }),
})
const faultIn = inputChecker(builder.toSchema())

const ID = '0190a1b2-0000-7000-8000-00000000000a'

function refused(text: string, variables: Record<string, unknown> = {}, operationName?: string) {
  const fault = faultIn({ document: parse(text), variables, operationName })
  return fault && [fault.extensions['code'], fault.extensions['argument'] ?? fault.extensions['limit']]
}
const BAD = (argument: string) => ['BAD_USER_INPUT', argument]

describe('what an operation brings', () => {
  test.each([
    ['as a literal', '{ look(search: "%s") }', {}],
    ['as a variable', 'query ($s: String) { look(search: $s) }', { s: '%s' }],
    ['as the default of a variable', 'query ($s: String = "%s") { look(search: $s) }', {}],
    ['in a fragment', 'query ($s: String) { ...A } fragment A on Query { a: look(search: $s) }', { s: '%s' }],
    ['where it is skipped', '{ look(search: "%s") @skip(if: true) }', {}],
  ])('is looked at %s', (_how, text, variables: Record<string, string>) => {
    const of = (search: string) => {
      const given = Object.entries(variables).map(([name, value]) => [name, value.replace('%s', search)])
      return refused(text.replace('%s', search), Object.fromEntries(given) as Record<string, string>)
    }
    expect(of('a'.repeat(200))).toBeNull()
    expect(of('a'.repeat(201))).toEqual(BAD('search'))
  })

  test('is looked at in the operation that is executed alone', () => {
    const text = 'query A { look(id: "\\u0000") } query B { look }'
    expect(refused(text, {}, 'A')).toEqual(BAD('id'))
    expect(refused(text, {}, 'B')).toBeNull()
  })

  test('is named by its path, in lists and objects', () => {
    const text = 'query ($rows: [Row!]) { look(rows: $rows) }'
    const rows = [{ id: ID }, { id: ID, code: 'A\0' }]
    expect(refused(text, { rows })).toEqual(BAD('rows.1.code'))
    expect(refused(text, { rows: { id: 'x'.repeat(37) } })).toEqual(BAD('rows.id'))
    expect(refused(text, { rows: Array(501).fill({ id: ID }) })).toEqual(BAD('rows'))
    expect(refused('{ look(rows: [{ id: "\\u202e" }]) }')).toEqual(BAD('rows.0.id'))
  })

  test('is not null where there is a default, by a variable that may be', () => {
    const text = 'query ($m: Int) { look(most: $m) }'
    expect(refused(text, { m: null })).toEqual(BAD('most'))
    expect(refused(text)).toBeNull()
    expect(refused('query ($m: Boolean = true) { look @skip(if: $m) }', { m: null })).toEqual(BAD('if'))
  })

  test('is neither null nor missing where one field is taken alone', () => {
    const text = 'query ($c: Int) { look(repeat: { end: { count: $c } }) }'
    expect(refused(text, { c: null })).toEqual(BAD('repeat.end.count'))
    expect(refused(text)).toEqual(BAD('repeat.end.count'))
    expect(refused(text, { c: 4 })).toBeNull()
    expect(refused(text.replaceAll('$c', '$constructor'))).toEqual(BAD('repeat.end.count'))
    const defaulted = text.replace('Int', 'Int = 4')
    expect(refused(defaulted, { c: null })).toEqual(BAD('repeat.end.count'))
    expect(refused(defaulted)).toBeNull()
  })

  test('of what a person writes is measured as it is kept, and has a code of its own', () => {
    const words = (text: string) =>
      refused('query ($w: String) { look(rows: [{ id: 1, words: $w }]) }', { w: text })
    expect(words(`${'å'.repeat(10_000)} \r\n\0`)).toBeNull()
    expect(words('å'.repeat(10_001))).toEqual(['TEXT_TOO_LONG', 10_000])
  })
})

describe('a page', () => {
  const page = (args: string) => refused(`{ things(${args}) { totalCount } }`)
  const own = Buffer.from('OffsetConnection:0').toString('base64')

  test.each([
    ['first: 0'],
    ['last: 2147483647'],
    [`first: 1, after: "${own}"`],
    [`last: 1, before: "${own}"`],
    ['first: null, last: 1, after: null'],
  ])('may be %s', (args) => expect(page(args)).toBeNull())

  test.each([
    ['first: -1', 'first'],
    ['last: -1', 'last'],
    ['first: 1, last: 1', 'last'],
    [`first: 1, before: "${own}"`, 'before'],
    [`last: 1, after: "${own}"`, 'last'],
    [`before: "${own}", after: "${own}"`, 'before'],
    ['after: ""', 'after'],
    ['after: "x"', 'after'],
    [`before: "${Buffer.from(`GPC:S:${ID}`).toString('base64')}"`, 'before'],
  ])('is not %s', (args, argument) => expect(page(args)).toEqual(BAD(argument)))
})
