import { globSync, readFileSync } from 'node:fs'
import { ROOT } from '../root.ts'
import { turbo } from '../turbo.ts'
import type { Step } from './step.ts'

const committed = () =>
  globSync('schema/subgraphs/*.graphql', { cwd: ROOT })
    .toSorted()
    .map((file): [string, string] => [file, readFileSync(`${ROOT}/${file}`, 'utf8')])

/** The schema that the code serves is the one that is committed. */
export const printedSchema: Step = {
  name: 'schema: printing it changes nothing',
  run: async () => {
    const before = new Map(committed())
    await Promise.resolve(turbo('schema:print'))
    const changed = committed().filter(([file, text]) => before.get(file) !== text)
    for (const [file] of changed) process.stdout.write(`${file} was not what the code serves; it is now\n`)
    return changed.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  },
}
