import { expect, it } from 'vitest'
import { percent } from './progress-count.ts'

it.each([
  [0, 0, 0],
  [0, 7, 0],
  [1, 3, 33],
  [199, 200, 99],
  [200, 200, 100],
])('F092 %i of %i is %i percent: 100 means all', (done, total, expected) => {
  expect(percent({ done, total })).toBe(expected)
})
