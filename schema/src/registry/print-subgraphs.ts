import { spawnSync } from 'node:child_process'
import { readPrinted, ROOT, type Printed } from './registry-files.ts'

/**
 * Prints every subgraph's schema and the events it listens to from its code over the committed files, and reads them.
 * Exits when one cannot be printed, since the graph is then incomplete.
 */
export function printSubgraphs(): Printed {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'schema:print'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status === 0) return readPrinted()
  process.stderr.write(`${stdout}\n✗ a subgraph's schema could not be printed from its code\n`)
  process.exit(1)
}
