import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { rewrite } from './rewrite.ts'

const schema = buildSchema(`
  interface Node { id: ID } type Book implements Node { id: ID } type Film implements Node { id: ID }
  type Query { a: Book b: Film }`)
type Rewrites = Parameters<typeof rewrite>[1]
const rename = (...path: string[]): Rewrites => [{ kind: 'KeyRenamer', path, renameKeyTo: 'x' }]
const set = (...path: string[]): Rewrites => [{ kind: 'ValueSetter', path, setValueTo: 'set' }]

it.each<[string, Rewrites, unknown, unknown]>([
  ['nothing', undefined, { a: 1 }, { a: 1 }],
  ['no path', rename(), { a: 1 }, { a: 1 }],
  ['a value at no path', set(), { a: 1 }, { a: 1 }],
  ['at the root', rename('a'), { a: 1 }, { x: 1 }],
  ['a value', set('a'), { a: 1 }, { a: 'set' }],
  ['below', rename('a', 'b', 'c'), { a: { b: { c: 1 } } }, { a: { b: { x: 1 } } }],
  [
    'in lists of lists',
    rename('a', 'b'),
    { a: [[{ b: 1 }], null, [{ b: 2 }, {}]] },
    { a: [[{ x: 1 }], null, [{ x: 2 }, {}]] },
  ],
  ['where there is nothing', rename('a', 'b', 'c'), { a: { b: null }, d: 1 }, { a: { b: null }, d: 1 }],
  ['where a text is', rename('a', 'length'), { a: 'text' }, { a: 'text' }],
  [
    'in objects of a type',
    set('a', '... on Book', 'b'),
    { a: [{ __typename: 'Book' }, { __typename: 'Film' }, {}] },
    { a: [{ __typename: 'Book', b: 'set' }, { __typename: 'Film' }, { b: 'set' }] },
  ],
])('a rewrite applies: %s', (_where, rewrites, value, rewritten) => {
  const copy = structuredClone(value)
  rewrite(schema, rewrites, copy)
  expect(copy).toEqual(rewritten)
})
