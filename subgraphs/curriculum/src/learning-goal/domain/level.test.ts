import { expect, test } from 'vitest'
import { levelOf } from './level.ts'

// prettier-ignore
test.each([
  // knowledge skill level
  [null, null, 0],
  [1,    null, 1],
  [null, 2,    2],
  [1,    3,    3],
  [3,    2,    3],
] as const)('F037 a goal that asks knowledge of level %s and skill of level %s is of level %s', (knowledgeLevel, skillLevel, level) => {
  expect(levelOf({ knowledgeLevel, skillLevel })).toBe(level)
})
