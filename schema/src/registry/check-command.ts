import { checkRegistry } from './check.ts'
import { printSubgraphs, readCommitted, readOperations, readPublished, restore } from './registry-files.ts'

/** `npm run schema:check`: fails when committed files have drifted or a change breaks a client. */
const committed = readCommitted()
const published = readPublished()
const subgraphs = printSubgraphs()
restore(committed)
const { problems, notices } = await checkRegistry({
  committed,
  published,
  subgraphs,
  operations: readOperations(),
})
for (const notice of notices) console.log(`note: ${notice}`)
for (const problem of problems) console.error(`✗ ${problem}`)
console.log(problems.length > 0 ? `schema:check failed: ${problems.length} problems` : 'schema:check passed')
process.exitCode = problems.length > 0 ? 1 : 0
