import {
  buildSchema,
  getOperationAST,
  parse,
  validate,
  VariablesInAllowedPositionRule,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { variablesOf } from './coerce-variables.ts'

/** What is refused of a valid operation: the arguments. */
function refused(schema: GraphQLSchema, text: string, variables: Record<string, unknown>, name?: string) {
  const document = parse(text)
  const operation = getOperationAST(document, name)
  if (!operation) throw new Error('no operation')
  expect(validate(schema, document, [VariablesInAllowedPositionRule])).toEqual([])
  const { errors = [] } = variablesOf(schema, document, operation)(variables)
  return errors.map(({ message, extensions: { code, argument } }) => {
    expect([code, message]).toEqual(['BAD_USER_INPUT', `\`${String(argument)}\` must not be null`])
    return argument
  })
}

describe('null by a variable where null may not be', () => {
  const schema = buildSchema(`
    type Query { all(first: Int! = 10, of: Row, rows: [Row!], ids: [ID!]): Int, one(id: ID!): Query, loose(any: Any): Int }
    input Row { open: Boolean! = false, inner: Row, note: String }
    scalar Any
  `)
  const NULL = { v: null }

  it.each([
    ['an argument with a default', 'query ($v: Int) { all(first: $v) }', ['first']],
    ['one by a default of the variable', 'query ($v: Int = 5) { all(first: $v) }', ['first']],
    ['one without a default by that of the variable', 'query ($v: ID = 1) { one(id: $v) { all } }', ['id']],
    ['an input field', 'query ($v: Boolean) { all(of: { inner: { open: $v } }) }', ['of.inner.open']],
    ['one in a list', 'query ($v: Boolean) { all(rows: [{ note: "a" }, { open: $v }]) }', ['rows.1.open']],
    ['one for a list of one', 'query ($v: Boolean) { all(rows: { open: $v }) }', ['rows.open']],
    ['an item', 'query ($v: ID = 1) { all(ids: ["a", $v]) }', ['ids.1']],
    ['a condition', 'query ($v: Boolean = true) { all @include(if: $v) }', ['if']],
    ['one of a fragment', 'query ($v: Boolean = true) { ... @skip(if: $v) { all } }', ['if']],
    [
      'in a fragment',
      'query ($v: Int) { one(id: 1) { ...F } } fragment F on Query { all(first: $v) }',
      ['first'],
    ],
    ['where it is left out', 'query ($v: Int) { all(first: $v) @skip(if: true) }', ['first']],
    ['each time', 'query ($v: Int) { a: all(first: $v) b: all(first: $v) }', ['first', 'first']],
  ])('%s', (_name, text, places) => {
    expect(refused(schema, text, NULL)).toEqual(places)
  })

  it('by the default of the variable, and by one that is called __proto__', () => {
    expect(refused(schema, 'query ($v: Int = null) { all(first: $v) }', {})).toEqual(['first'])
    const own = JSON.parse('{ "__proto__": null }') as Record<string, unknown>
    expect(refused(schema, 'query ($__proto__: Int) { all(first: $__proto__) }', own)).toEqual(['first'])
  })

  it.each([
    ['where it may be', 'query ($v: String) { all(of: { note: $v }) }', NULL],
    [
      'in a scalar of its own, whose rules are unknown',
      'query ($v: String) { loose(any: { first: $v }) }',
      NULL,
    ],
    ['when it is left out', 'query ($v: Int) { all(first: $v) }', {}],
    ['when it is left out and has a default', 'query ($v: ID = 1) { one(id: $v) { all } }', {}],
    ['when it is a value', 'query ($v: Int) { all(first: $v) }', { v: 1 }],
  ])('a variable is not refused %s', (_name, text, variables) => {
    expect(refused(schema, text, variables)).toEqual([])
  })

  it('the operation that is executed alone is looked at', () => {
    const text =
      'query A ($v: Int) { all(first: $v) } query B ($v: Int) { all(of: { note: "a" }) one(id: 1) { all } }'
    expect(refused(schema, text, NULL, 'A')).toEqual(['first'])
    expect(refused(schema, text, NULL, 'B')).toEqual([])
  })
})
