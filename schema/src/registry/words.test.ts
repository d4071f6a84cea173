import { expect, it } from 'vitest'
import { countsInWords } from './words.ts'

it.each([
  [0, 0, 0, '0 problems, 0 warnings, 0 notes'],
  [1, 2, 3, '1 problem, 2 warnings, 3 notes'],
  [2, 1, 1, '2 problems, 1 warning, 1 note'],
])('%i, %i and %i are %s', (problems, warnings, notes, text) =>
  expect(countsInWords(problems, warnings, notes)).toBe(text),
)
