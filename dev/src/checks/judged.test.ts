import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { isJudged, WITHOUT_STATE } from './judged.ts'
import { commandsOf, domains } from './workflows.ts'

const rooms = Object.entries(await domains(ROOT))
  .filter(([, modules]) => commandsOf(modules).length > 0)
  .map(([folder]) => folder)

test('every room that has commands is found', () => expect(rooms.length).toBeGreaterThanOrEqual(16))

test.each(rooms)('commands of %s are judged in the order of all', (folder) => {
  expect(isJudged(join(ROOT, folder))).toBe(!WITHOUT_STATE.includes(folder))
})

test('rooms without a state are rooms', () => {
  expect(WITHOUT_STATE.filter((folder) => !rooms.includes(folder))).toEqual([])
})

test('control: a room that asks by itself, or whose test alone asks, is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'judged-'))
  writeFileSync(join(folder, 'decide.ts'), "if (!may) return refused('NOT_PERMITTED') // not by refusalOf\n")
  writeFileSync(join(folder, 'decide.test.ts'), 'refusalOf({})\n')
  expect(isJudged(folder)).toBe(false)
  writeFileSync(join(folder, 'decide.ts'), 'const code = refusalOf<Code>({ impossible })\n')
  expect(isJudged(folder)).toBe(true)
})
