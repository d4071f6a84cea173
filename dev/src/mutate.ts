/**
 * `npm run mutate`: changes one small thing of a decision at a time, in a copy of the code, and prints what no test
 * notices. All decisions, which takes hours; `npm run mutate -- subgraphs/progress` those at or below a path;
 * `npm run mutate -- --since main` the lines that a change touched, in at most five minutes.
 */
import { parseArgs } from 'node:util'
import { helpOf } from '@kompetanse/schema/process/help'
import { changedSince } from './mutation/changed.ts'
import { mutate } from './mutation/mutate.ts'
import { scopeOfChange, scopeOfPaths } from './mutation/scope.ts'

helpOf(import.meta)

const MINUTE = 60_000
const { values, positionals } = parseArgs({ allowPositionals: true, options: { since: { type: 'string' } } })
const { since } = values

async function mutateChange(revision: string): Promise<boolean> {
  const lines = changedSince(revision)
  if (lines) return mutate(scopeOfChange(lines), 5 * MINUTE)
  process.stdout.write(`skipped: git cannot tell what has changed since ${revision}\n`)
  return true
}

const holds =
  since === undefined ? await mutate(scopeOfPaths(positionals), 600 * MINUTE) : await mutateChange(since)
process.exitCode = holds ? 0 : 1
