import { expect, it } from 'vitest'
import { createReplays } from './replays.ts'

const NOW = 1_000_000

it('each id is first once, for as long as its second is taken', () => {
  const replays = createReplays()
  expect(replays.isFirst('a', NOW, NOW)).toBe(true)
  expect(replays.isFirst('b', NOW, NOW)).toBe(true)
  for (const later of [0, 30, 60]) expect(replays.isFirst('a', NOW, NOW + later)).toBe(false)
})

it('what was forgotten for want of room is not taken again, what is new is', () => {
  const replays = createReplays(3)
  for (const second of [0, 1, 2, 3]) expect(replays.isFirst(`of ${second}`, NOW + second, NOW + 3)).toBe(true)
  expect(replays.isFirst('of 0', NOW, NOW + 3)).toBe(false)
  expect(replays.isFirst('another', NOW + 0.5, NOW + 3)).toBe(false)
  expect(replays.isFirst('another', NOW + 3, NOW + 3)).toBe(true)
})

it('nothing is kept longer than it may be used', () => {
  const replays = createReplays(2)
  for (let second = 0; second < 1_000; second += 61)
    for (const id of ['a', 'b'])
      expect(replays.isFirst(`${id} ${second}`, NOW + second, NOW + second)).toBe(true)
})
