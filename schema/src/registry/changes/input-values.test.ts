import { buildSchema, isInputType, parseType, typeFromAST, type GraphQLInputType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { inputAt, isRequired, isSameButForNull, takesAll } from './input-values.ts'

const schema = buildSchema(`
  type Query implements Find { goal(id: ID!, size: Int! = 10): Int find(text: String): Int }
  interface Find { find(text: String): Int }
  union Any = Query
  scalar Day
  scalar Moment
  enum Level { LOW HIGH }
  enum Grade { LOW HIGH TOP }
  input Span { from: Int! to: Int step: Int! = 1 }
  input Longer { from: Float! to: Int step: Int! = 2 unit: Level }
  input Without { from: Int! to: Int }
  input Narrower { from: Int! to: Level step: Int! = 1 }
  input Stricter { from: Int! to: Int! step: Int! = 1 }
  input Filled { from: Int! to: Int step: Int! }
  input Newer { from: Int! to: Int step: Int! = 1 unit: Level! }
  input Either @oneOf { from: Int to: Int }
  input One @oneOf { from: Int to: Int more: Int }
  input Both { from: Int to: Int }
  input Tree { at: Int left: Tree right: Tree }
  input Bush { at: ID left: Bush right: Bush }
  input Mixed { at: ID left: Mixed right: Tree }
  input Thorn { at: Level left: Thorn right: Thorn }
  input Grown { at: Int left: Tree right: Tree top: Level }
  input Twig { at: Int left: Twig right: Leaf }
  input Leaf { at: Level left: Leaf right: Leaf }
`)

function typeOf(text: string): GraphQLInputType {
  const type = typeFromAST(schema, parseType(text))
  if (!isInputType(type)) throw new Error(`${text} cannot be sent`)
  return type
}

/** By the coercion of input (GraphQL, 3.5 to 3.12): what a variable of the first type holds, and whether the second takes each. */
describe('what could be sent is taken', () => {
  it.each([
    ['Int', 'Int'],
    ['Int!', 'Int'],
    ['Int!', 'Int!'],
    ['Int', 'Float'],
    ['Int', 'ID'],
    ['String', 'ID'],
    ['Level', 'String'],
    ['Level', 'ID'],
    ['Level', 'Grade'],
    // One value is a list of it; null is no list.
    ['Int', '[Int]'],
    ['Int', '[Int!]'],
    ['Int', '[[Int!]!]'],
    ['Int!', '[Int!]!'],
    ['[Int]', '[[Int!]]'],
    ['[Int!]', '[Int]'],
    ['[Int!]!', '[Float]'],
    ['Span', 'Longer'],
    ['Either', 'One'],
    ['Either', 'Both'],
    ['Tree', 'Bush'],
    ['Tree', 'Mixed'],
    ['Tree', 'Grown'],
  ])('%s as %s', (sent, expected) => expect(takesAll(typeOf(expected), typeOf(sent))).toBe(true))

  it.each([
    ['null', 'Int', 'Int!'],
    ['null', 'Int', '[Int]!'],
    ['a list with null', '[Int]', '[Int!]'],
    ['many for one', '[Int]', 'Int'],
    ['lists for one', '[[Int]]', '[Int]'],
    ['a part of a number', 'Float', 'Int'],
    ['a number for a text', 'Int', 'String'],
    ['a number, which an id may be', 'ID', 'String'],
    ['a text, which an id may be', 'ID', 'Int'],
    ['any text for a list of them', 'String', 'Level'],
    ['a text that is no number', 'Level', 'Int'],
    ['a value that there is not', 'Grade', 'Level'],
    ['what is known of neither', 'Day', 'Moment'],
    ['an object for a text', 'Span', 'String'],
    ['a text for an object', 'String', 'Span'],
    ['a value for an object', 'Level', 'Span'],
    ['a field that there is not', 'Span', 'Without'],
    ['a field of another type', 'Span', 'Narrower'],
    ['null in a field', 'Span', 'Stricter'],
    ['an object that leaves it to the default', 'Span', 'Filled'],
    ['an object without what is new', 'Span', 'Newer'],
    ['two fields for one', 'Both', 'Either'],
    ['a field of another type, and it holds itself', 'Tree', 'Thorn'],
    ['a field of another type further down', 'Tree', 'Twig'],
  ])('but for %s: %s as %s', (_what, sent, expected) =>
    expect(takesAll(typeOf(expected), typeOf(sent))).toBe(false),
  )
})

it.each([
  ['Int', 'Int!', true],
  ['[Int]', '[Int!]!', true],
  ['[Int!]!', '[Int]', true],
  ['Int', '[Int]', false],
  ['Int', 'Float', false],
])('%s and %s differ in nothing but null: %s', (a, b, isSame) =>
  expect(isSameButForNull(typeOf(a), typeOf(b))).toBe(isSame),
)

it.each([
  ['Query.goal.id', 'ID!', true],
  ['Query.goal.size', 'Int!', false],
  ['Find.find.text', 'String', false],
  ['Span.from', 'Int!', true],
  ['Span.to', 'Int', false],
  ['Span.step', 'Int!', false],
  ['Query.goal.none', undefined, false],
  ['Query.none.id', undefined, false],
  ['Span.none', undefined, false],
  ['None.goal.id', undefined, false],
  ['Any.goal.id', undefined, false],
  ['Level.LOW', undefined, false],
])('%s is of %s; a request must give it: %s', (coordinate, type, required) => {
  const input = inputAt(schema, coordinate)
  expect(input && String(input.type)).toBe(type)
  expect(isRequired(input)).toBe(required)
})
