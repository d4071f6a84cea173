import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command is named as a text, or as the key of a row. A word of a title or a constant of that name is no row. */
const names = (text: string, command: string): boolean =>
  new RegExp(`'${command}'|(?:^|[{,])\\s*${command}:`, 'm').test(text)

/** Commands that the tests beside a feature's decisions do not write down, so that no expected answer is about them. */
export function inNoTruthTable(folder: string, commands: readonly string[]): string[] {
  const tests = globSync('*.test.ts', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'))
  return commands.filter((command) => !tests.some((text) => names(text, command)))
}
