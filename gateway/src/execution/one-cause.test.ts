import { expect, it } from 'vitest'
import { oncePerCause, unexplained } from './one-cause.ts'

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
})
