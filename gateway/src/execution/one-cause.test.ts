import { expect, it } from 'vitest'
import { oncePerCause, oncePerNull, unexplained, withoutExplained } from './one-cause.ts'

const error = (serviceName: string, path: (string | number)[] | undefined, code = 'DOWN') => ({
  message: 'no',
  serviceName,
  extensions: { code },
  ...(path && { path }),
})

it('one failure of one subgraph at one place is one error', () => {
  const [a, b] = [error('a', ['rows']), error('b', ['rows'])]
  expect(oncePerCause([a, b, error('a', ['rows']), error('a', ['rows', 0]), error('a', undefined)])).toEqual([
    a,
    b,
    error('a', ['rows', 0]),
    error('a', undefined),
  ])
  expect(oncePerCause([a, error('a', ['rows'], 'OTHER')])).toHaveLength(2)
})

it('of one failure the first is kept, whatever else is said of it', () => {
  const [first, again] = [1, 2].map((line) => ({ ...error('a', ['rows']), locations: [{ line, column: 1 }] }))
  if (!first || !again) throw new Error('there are two')
  expect(oncePerCause([first, again])).toEqual([first])
  const bare = { message: 'no', serviceName: 'a' }
  expect(oncePerCause([bare, first, bare])).toEqual([bare, first])
})

it('of lost fields one error is told for each null, and none for a null that others explain', () => {
  const data = { rows: [{ x: null, y: null }, null], other: null }
  const lost = [
    error('a', ['rows', 0, 'x']),
    error('b', ['rows', 1, 'x', 'deep']),
    error('a', ['rows', 1, 'y']),
    error('c', ['other']),
    error('a', ['rows', 0, 'none', 'deep']),
  ]
  const told = oncePerNull(data, lost, [error('d', ['other', 'deep'])])
  expect(told.map(({ path }) => path)).toEqual([
    ['rows', 0, 'x'],
    ['rows', 1, 'y'],
    ['rows', 0, 'none', 'deep'],
  ])
  // An error of the whole answer explains no null of it.
  expect(oncePerNull(data, [error('c', ['other'])], [error('d', undefined)])).toHaveLength(1)
  expect(oncePerNull(null, lost, [])).toHaveLength(1)
})

it('an error of a fetch has no place at a null that another error explains, and keeps any other', () => {
  const data = { row: null, rows: [null], other: null }
  const told = [error('b', ['row', 'must']), error('b', ['rows', 0, 'must']), error('d', undefined)]
  const ofFetches = [['row'], ['row', 'kids'], ['rows'], ['other']].map((path) => error('c', path))
  const places = withoutExplained(data, [...ofFetches, error('c', undefined)], told).map(({ path }) => path)
  expect(places).toEqual([undefined, undefined, ['rows'], ['other'], undefined])
})

it('a null is explained by an error at its place, above it or below it, and by no other', () => {
  const nulls = [['rows', 0, 'x'], ['rows', 1, 'x'], ['other']].map((path) => ({ message: 'null', path }))
  const left = (path: (string | number)[]) => unexplained(nulls, [error('a', path)]).map((each) => each.path)
  expect(left(['rows'])).toEqual([['other']])
  expect(left(['rows', 0, 'x'])).toEqual([['rows', 1, 'x'], ['other']])
  expect(left(['other', 'deep'])).toEqual([
    ['rows', 0, 'x'],
    ['rows', 1, 'x'],
  ])
  expect(unexplained(nulls, [error('a', undefined)])).toEqual(nulls)
  const both = [error('a', ['rows', 0]), error('a', ['other'])]
  expect(unexplained(nulls, both).map(({ path }) => path)).toEqual([['rows', 1, 'x']])
})
