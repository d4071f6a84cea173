import { expect, it } from 'vitest'
import { copyJson } from '../json/json.ts'
import { PreciseNumber } from '../json/precise-number.ts'
import { mergeInto } from './merge.ts'

it.each<[string, object, object, object]>([
  ['what is new is added', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  [
    'a value takes the place of one, of null and of none',
    { a: 1, b: null },
    { a: 2, b: 3, c: 4 },
    { a: 2, b: 3, c: 4 },
  ],
  [
    'null takes nothing',
    { a: 1, b: { c: 1 } },
    { a: null, b: null, d: null },
    { a: 1, b: { c: 1 }, d: null },
  ],
  ['what is not there takes nothing', { a: 1 }, { a: undefined }, { a: 1 }],
  ['objects are merged', { a: { b: 1 } }, { a: { c: 2 } }, { a: { b: 1, c: 2 } }],
  [
    'lists of one length are merged',
    { a: [{ b: 1 }, null] },
    { a: [{ c: 2 }, { c: 3 }] },
    { a: [{ b: 1, c: 2 }, { c: 3 }] },
  ],
  [
    'a list of another length takes the place',
    { a: [{ b: 1 }] },
    { a: [{ c: 1 }, { c: 2 }] },
    { a: [{ c: 1 }, { c: 2 }] },
  ],
  ['a list takes the place of a text', { a: 'x' }, { a: [1] }, { a: [1] }],
  [
    'an object takes the place of a list, and a list of an object',
    { a: [1], b: {} },
    { a: {}, b: [1] },
    { a: {}, b: [1] },
  ],
])('%s', (_what, target, source, merged) => {
  const known = structuredClone(target)
  mergeInto(known as never, structuredClone(source) as never)
  expect(known).toEqual(merged)
})

it('a number that a double cannot hold is one value to merging and to copying', () => {
  const number = new PreciseNumber('9007199254740993')
  const target = { known: number, null: number }
  mergeInto(target, { known: new PreciseNumber('12345678901234567890'), null: null })
  expect(JSON.stringify(copyJson({ ...target, list: [number] }))).toBe(
    '{"known":12345678901234567890,"null":9007199254740993,"list":[9007199254740993]}',
  )
})
