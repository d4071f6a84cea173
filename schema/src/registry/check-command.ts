import { parseArgs } from 'node:util'
import { helpOf } from '../process/help.ts'
import { readAcceptedBreaks } from './base/accepted-breaks.ts'
import { checkRegistry } from './check.ts'
import { findBase } from './base/find-base.ts'
import { readPayloads } from './events/published-events.ts'
import { printSubgraphs } from './print-subgraphs.ts'
import { readAcceptedFile, readCommitted, readOperations, restore, ROOT } from './registry-files.ts'
import { countsInWords } from './words.ts'

/**
 * `npm run schema:check [-- --against <commit or folder>]`: fails when committed files have drifted, or when a change
 * breaks a client or a listener without being accepted.
 */
helpOf(import.meta)
const { values } = parseArgs({ options: { against: { type: 'string' } } })
const base = findBase(ROOT, values.against)
const committed = readCommitted()
const { subgraphs, listeners } = printSubgraphs()
restore(committed)
const { problems, warnings, notices } = await checkRegistry({
  subgraphs,
  events: { payloads: await readPayloads(), listeners },
  operations: readOperations(),
  committed,
  base,
  acceptedBreaks: readAcceptedBreaks(readAcceptedFile()),
  today: new Date().toISOString().slice(0, 10),
})
if ('name' in base) console.log(`compared with ${base.name}`)
for (const notice of notices) console.log(`note: ${notice}`)
for (const warning of warnings) console.log(`warning: ${warning}`)
for (const problem of problems) console.error(`✗ ${problem}`)
const counts = countsInWords(problems.length, warnings.length, notices.length)
console.log(`schema:check ${problems.length > 0 ? 'failed' : 'passed'}: ${counts}`)
process.exitCode = problems.length > 0 ? 1 : 0
