import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mutantsOf, type Tried } from './mutants.ts'

const root = mkdtempSync(join(tmpdir(), 'mutants-'))
const fileName = join(root, 'a.ts')
writeFileSync(fileName, 'export const is = (a: number) =>\n  a > 1 &&\n  a < 5\n')
afterAll(() => rmSync(root, { recursive: true }))

const tried = (
  status: string,
  [line, column, toLine, toColumn] = [2, 3, 2, 8],
  replacement = 'a >= 1',
): Tried => ({
  ...{ fileName, status, replacement },
  location: { start: { line, column }, end: { line: toLine, column: toColumn } },
})

test('a mutant has the line that it changes, and the changed line', () => {
  const common = { file: 'a.ts', at: 2, line: 'a > 1 &&' }
  expect(mutantsOf([tried('Killed')], root)).toEqual([{ ...common, becomes: 'a >= 1 &&', noticed: true }])
  expect(mutantsOf([tried('Survived', [2, 3, 3, 8], 'true')], root)).toEqual([
    { ...common, becomes: 'true', noticed: false },
  ])
})

test.each([
  ['Killed', [true]],
  ['Timeout', [true]],
  ['Survived', [false]],
  ['NoCoverage', [false]],
  ['Ignored', []],
  ['CompileError', []],
  ['RuntimeError', []],
])('%s is noticed, or not, or says nothing: %j', (status, noticed) => {
  expect(mutantsOf([tried(status)], root).map((each) => each.noticed)).toEqual(noticed)
})
