import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import type { Mutant } from './mutants.ts'

const mutant = (noticed: boolean, at = 1): Mutant => ({
  file: 'a.ts',
  at,
  line: `if (a > ${at}) return`,
  becomes: `if (a >= ${at}) return`,
  noticed,
})
const explained = (at: number) => {
  const { file, line, becomes } = mutant(false, at)
  return { file, line, becomes, why: 'a is never whole' }
}

test('what nothing notices fails, unless an entry explains why it does not matter', () => {
  const mutants = [mutant(true, 1), mutant(false, 2)]
  expect(judge(mutants, [])).toMatchObject({ mutants: 2, noticed: 1, holds: false })
  expect(judge(mutants, []).unexplained).toEqual([mutant(false, 2)])
  expect(judge(mutants, [explained(2)])).toMatchObject({ noticed: 1, unexplained: [], holds: true })
  expect(judge(mutants, [explained(1)])).toMatchObject({ holds: false })
})

test('an explanation is of one change of one line of one file', () => {
  const other = { ...mutant(false, 2), becomes: 'if (true) return' }
  expect(judge([other], [explained(2)]).unexplained).toEqual([other])
  const elsewhere = { ...mutant(false, 2), file: 'b.ts' }
  expect(judge([elsewhere], [explained(2)]).unexplained).toEqual([elsewhere])
})

test('nothing tried is nothing missed', () => {
  expect(judge([], [])).toMatchObject({ mutants: 0, holds: true })
})
