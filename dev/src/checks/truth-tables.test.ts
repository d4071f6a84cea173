import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { folderOfSources } from './folder-of-sources.ts'
import { inNoTruthTable } from './truth-tables.ts'
import { commandsOf, domains } from './workflows.ts'

const found = Object.entries(await domains(ROOT))
  .map(([folder, modules]) => [folder, commandsOf(modules)] as const)
  .filter(([, commands]) => commands.length > 0)

test('every list of commands is found', () => expect(found.length).toBeGreaterThanOrEqual(17))

test.each(found)('each command of %s is in a truth table', (folder, commands) => {
  expect(inNoTruthTable(join(ROOT, folder), commands)).toEqual([])
})

test('control: a command that no test writes down is found, also when a test walks the whole list', () => {
  using room = folderOfSources({
    'thing.ts': "const THING_COMMANDS = ['OPEN', 'CLOSE', 'MOVE', 'END']",
    'thing.test.ts': `
      const END: string[] = []
      // MOVE
      test.each([['OPEN', true]])('what MOVE does', () => {})
      test.each(THING_COMMANDS)('%s', () => {})`,
    'rights.test.ts': 'const may = { CLOSE: false }',
  })
  expect(inNoTruthTable(room.path, ['OPEN', 'CLOSE', 'MOVE', 'END'])).toEqual(['MOVE', 'END'])
})
