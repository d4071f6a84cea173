import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepNewest } from './keep-newest.ts'

it('keeps what was set last, with its latest value, and never more than the most', () => {
  const entries = fc.array(fc.tuple(fc.nat(9), fc.nat()), { maxLength: 60 })
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 6 }), (all, most) => {
      const kept = new Map<number, number>()
      for (const [key, value] of all) keepNewest(kept, key, value, most)
      const latest = new Map(all)
      const newest = [...new Set(all.map(([key]) => key).toReversed())].slice(0, most).toReversed()
      expect([...kept]).toEqual(newest.map((key) => [key, latest.get(key)]))
    }),
  )
})
