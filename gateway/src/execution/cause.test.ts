import { describe, expect, it } from 'vitest'
import { Budget, Cause } from './cause.ts'

const error = { message: 'no', serviceName: 'a', path: ['rows'] }
const pathsOf = (errors: Cause['atFields']) => errors.map(({ error: { path } }) => path)
const fields = (count: number, name: string) => Array.from({ length: count }, (_, at) => ['rows', at, name])

it('a cause is reported at its fields, and where there are none at the place of the fetch', () => {
  const cause = new Cause(error, { budget: new Budget(), isReported: false })
  expect([pathsOf(cause.atFields), cause.atFetch]).toEqual([[], [error]])
  cause.record(['rows', 0, 'x'], false)
  expect([pathsOf(cause.atFields), cause.atFetch]).toEqual([[['rows', 0, 'x']], []])
})

it('an error that is reported already at its own path is not repeated', () => {
  expect(new Cause(error, { budget: new Budget(), isReported: true }).atFetch).toEqual([])
})

it('all causes of a fetch are reported at a hundred fields, what is left at the place of the fetch', () => {
  const budget = new Budget()
  const [one, other] = [false, true].map((isReported) => new Cause(error, { budget, isReported }))
  for (const path of fields(100, 'x')) one?.record(path, true)
  for (const path of fields(2, 'y')) other?.record(path, true)
  expect([pathsOf(one?.atFields ?? []), one?.atFetch]).toEqual([fields(100, 'x'), []])
  expect([other?.atFields, other?.atFetch]).toEqual([[], [error]])
})

describe('very many causes of one fetch, each with words of its own', () => {
  const causes = (isReported: boolean) => {
    const budget = new Budget()
    return fields(400, 'x').map((path) => ({
      path,
      cause: new Cause({ ...error, message: path.join() }, { budget, isReported }),
    }))
  }
  const counts = (all: ReturnType<typeof causes>) =>
    [all.flatMap(({ cause }) => cause.atFields), all.flatMap(({ cause }) => cause.atFetch)].map(
      ({ length }) => length,
    )

  it.each([false, true])(
    'a hundred are reported at their fields, and one for the rest: reported already: %s',
    (isReported) => {
      const all = causes(isReported)
      for (const { path, cause } of all) cause.record(path, false)
      expect(counts(all)).toEqual([100, 1])
      expect(counts(all)).toEqual([100, 1])
    },
  )

  it('of those that have no field a hundred are reported at the place of the fetch, and one for the rest', () => {
    const all = causes(false)
    expect(counts(all)).toEqual([0, 101])
    expect(counts(all)).toEqual([0, 101])
  })

  it('fields and causes without one are counted together', () => {
    const all = causes(false)
    for (const { path, cause } of all.slice(0, 60)) cause.record(path, false)
    expect(counts(all)).toEqual([60, 41])
  })
})
