import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json/json.ts'
import { entitiesAt, lostAt, moveInto, pathsAt, placeOf, type Cursor } from './cursor.ts'
import { Lost, type Loss } from './lost.ts'

const lost = new Lost({ sets: [] } as unknown as Loss)
const at = (root: JsonObject, ...path: (string | number)[]): Cursor | undefined =>
  moveInto({ path: [], data: root, root }, path)
const here = (root: JsonObject, ...path: (string | number)[]): Cursor =>
  at(root, ...path) ?? { path, data: null, root }

describe('a place in the answer', () => {
  it.each<[string, JsonObject, (string | number)[], unknown[]]>([
    ['an object', { a: { b: { c: 1 } } }, ['a', 'b'], [{ c: 1 }]],
    ['a list, whose elements are meant', { a: [{ b: 1 }, null, { b: 2 }] }, ['a', '@'], [{ b: 1 }, { b: 2 }]],
    ['below a list', { a: [{ b: { c: 1 } }, { b: null }, {}] }, ['a', '@', 'b'], [{ c: 1 }]],
    ['lists of lists', { a: [[{ b: 1 }], null, [{ b: 2 }]] }, ['a', '@', '@'], [{ b: 1 }, { b: 2 }]],
    ['nothing, where a list is and none is meant', { a: [{ b: {} }] }, ['a', 'b'], []],
    ['nothing, where no list is and one is meant', { a: { b: 1 } }, ['a', '@'], []],
    ['nothing, below null', { a: null }, ['a', 'b'], []],
    ['nothing, below what is lost', { a: lost }, ['a', 'b'], []],
    ['nothing, below a value', { a: 'text' }, ['a', 'length'], []],
  ])('is %s', (_what, root, path, entities) => {
    const cursor = at(root, ...path)
    expect(cursor ? entitiesAt(cursor) : []).toEqual(entities)
    if (cursor) expect([cursor.path, cursor.root]).toEqual([path, root])
  })

  it('is one in the client’s answer as far as the first list', () => {
    expect([
      placeOf(here({ a: { b: {} } }, 'a', 'b')),
      placeOf(here({ a: [{ b: [] }] }, 'a', '@', 'b', '@')),
    ]).toEqual([['a', 'b'], ['a']])
  })
})

it('each entity has its own path, as entities are counted', () => {
  const root = { a: [{ b: [[{ c: 1 }], null] }, null, { b: [[{ c: 2 }, { c: 3 }]] }, 'text', { b: 'text' }] }
  const cursor = here(root, 'a', '@', 'b', '@', '@')
  expect(pathsAt(cursor)).toEqual([
    ['a', 0, 'b', 0, 0],
    ['a', 2, 'b', 0, 0],
    ['a', 2, 'b', 0, 1],
  ])
  expect(entitiesAt(cursor)).toHaveLength(3)
  expect(pathsAt(here({ a: { b: { c: 1 } } }, 'a', 'b'))).toEqual([['a', 'b']])
  expect(pathsAt(here({ a: null }, 'a', 'b'))).toEqual([])
})

it('what is lost on the way says which names would have followed', () => {
  const root = { a: [{ b: lost }, { b: [{ c: lost }, { c: { d: 1 } }] }, null, { b: { c: null } }] }
  expect(lostAt({ path: ['a', '@', 'b', '@', 'c', 'd'], data: null, root })).toEqual([
    { lost, below: ['c', 'd'] },
    { lost, below: ['d'] },
  ])
  // Below the place itself nothing is on the way.
  expect(lostAt({ path: ['a'], data: null, root: { a: { b: lost, '': lost } } })).toEqual([])
  expect(lostAt({ path: ['a'], data: null, root: { a: lost } })).toEqual([{ lost, below: [] }])
})
