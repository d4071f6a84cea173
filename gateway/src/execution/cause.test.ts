import { describe, expect, it } from 'vitest'
import { Budget, Cause } from './cause.ts'

const error = { message: 'no', serviceName: 'a', path: ['rows'] }
const pathsOf = (errors: Cause['atFields']) => errors.map(({ path }) => path)
const fields = (count: number, name: string) => Array.from({ length: count }, (_, at) => ['rows', at, name])

it('a cause is told at its fields, and where there are none at the place of the fetch', () => {
  const cause = new Cause(error, { budget: new Budget(), isTold: false })
  expect([pathsOf(cause.atFields), cause.atFetch]).toEqual([[], [error]])
  cause.tell(['rows', 0, 'x'])
  expect([pathsOf(cause.atFields), cause.atFetch]).toEqual([[['rows', 0, 'x']], []])
})

it('one that is told already at a place of its own needs no other', () => {
  expect(new Cause(error, { budget: new Budget(), isTold: true }).atFetch).toEqual([])
})

it('all causes of a fetch are told at a hundred fields, what is left at the place of the fetch', () => {
  const budget = new Budget()
  const [one, other] = [false, true].map((isTold) => new Cause(error, { budget, isTold }))
  for (const path of fields(100, 'x')) one?.tell(path)
  for (const path of fields(2, 'y')) other?.tell(path)
  expect([pathsOf(one?.atFields ?? []), one?.atFetch]).toEqual([fields(100, 'x'), []])
  expect([other?.atFields, other?.atFetch]).toEqual([[], [error]])
})

describe('very many causes of one fetch, each with words of its own', () => {
  const causes = (isTold: boolean) => {
    const budget = new Budget()
    return fields(400, 'x').map((path) => ({
      path,
      cause: new Cause({ ...error, message: path.join() }, { budget, isTold }),
    }))
  }
  const told = (all: ReturnType<typeof causes>) =>
    [all.flatMap(({ cause }) => cause.atFields), all.flatMap(({ cause }) => cause.atFetch)].map(
      ({ length }) => length,
    )

  it.each([false, true])(
    'a hundred are told at their fields, and one for the rest: told already: %s',
    (isTold) => {
      const all = causes(isTold)
      for (const { path, cause } of all) cause.tell(path)
      expect(told(all)).toEqual([100, 1])
      expect(told(all)).toEqual([100, 1])
    },
  )

  it('of those that have no field a hundred are told at the place of the fetch, and one for the rest', () => {
    const all = causes(false)
    expect(told(all)).toEqual([0, 101])
    expect(told(all)).toEqual([0, 101])
  })

  it('fields and causes without one are counted together', () => {
    const all = causes(false)
    for (const { path, cause } of all.slice(0, 60)) cause.tell(path)
    expect(told(all)).toEqual([60, 41])
  })
})
