import { expect, it } from 'vitest'
import { backoff } from './backoff.ts'

it('waits twice as long each time, up to the most', () => {
  expect([0, 1, 2, 3, 60].map((failures) => backoff(failures, { first: 250, most: 1_500 }))).toEqual([
    250, 500, 1_000, 1_500, 1_500,
  ])
})
