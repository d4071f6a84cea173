import fc from 'fast-check'
import { expect, it } from 'vitest'
import { waitAfter } from './wait-after.ts'

it.each([
  [0, 100],
  [1, 200],
  [2, 400],
  [3, 800],
  [4, 1_000],
  [5, 1_000],
  [60, 1_000],
])('after %i failures since the first: %i ms', (failures, wait) => {
  expect(waitAfter(failures, { first: 100, most: 1_000 })).toBe(wait)
})

it('never shrinks, and never passes the most, however long it goes on', () => {
  const waits = { first: 200, most: 2_000 }
  fc.assert(
    fc.property(fc.nat(5_000), (failures) => {
      const wait = waitAfter(failures, waits)
      expect(wait).toBeLessThanOrEqual(waits.most)
      expect(waitAfter(failures + 1, waits)).toBeGreaterThanOrEqual(wait)
    }),
  )
})
