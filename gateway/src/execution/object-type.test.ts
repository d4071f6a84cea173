import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { isOfType } from './object-type.ts'

const schema = buildSchema(`
  interface Node { id: ID } interface Work implements Node { id: ID }
  type Book implements Work & Node { id: ID } type Film implements Node { id: ID } type Other { id: ID }
  union Found = Book | Other
  scalar Date
  type Query { a: Book b: Film c: Found d: Date }`)

it.each([
  ['Book', 'Book', true],
  ['Book', 'Film', false],
  ['Book', 'Work', true],
  ['Film', 'Work', false],
  ['Book', 'Found', true],
  ['Film', 'Found', false],
  // A subgraph may know an interface as an object.
  ['Work', 'Node', true],
  ['Node', 'Work', false],
  ['Found', 'Node', false],
  ['Date', 'Node', false],
  ['Unknown', 'Node', false],
  ['Book', 'Unknown', false],
  ['Unknown', 'Unknown', true],
])('an object that calls itself %s meets the condition %s: %j', (__typename, condition, meets) => {
  expect(isOfType(schema, { __typename }, condition)).toBe(meets)
})

it('one that does not say meets none, unless it is taken to', () => {
  expect([isOfType(schema, {}, 'Book'), isOfType(schema, {}, 'Book', true)]).toEqual([false, true])
  expect(isOfType(schema, { __typename: 5 }, 'Book')).toBe(false)
})
