import { helpOf } from '../process/help.ts'
import { findBase } from './base/find-base.ts'
import { compose } from './compose.ts'
import { readPayloads, eventFiles } from './events/published-events.ts'
import { formerFiles } from './former-operations.ts'
import { generatedFiles } from './generated-files.ts'
import { formerOf } from './published-state.ts'
import { printSubgraphs } from './print-subgraphs.ts'
import { readCommitted, readOperations, ROOT, writeFiles } from './registry-files.ts'

/**
 * `npm run schema:publish`: writes every generated file, with the graph and the events as what is relied on from
 * now, and keeps what the pages that are open go on sending.
 */
helpOf(import.meta)
const base = findBase(ROOT)
const committed = formerOf(readCommitted())
const { subgraphs, listeners } = printSubgraphs()
const events = { payloads: await readPayloads(), listeners }
const operations = readOperations()
const composition = compose(subgraphs)
if ('errors' in composition) {
  for (const error of composition.errors) console.error(`✗ does not compose: ${error}`)
  process.exit(1)
}
const former = formerFiles({
  base: 'published' in base ? base.published : null,
  committed,
  operations,
  api: composition.api,
  today: new Date().toISOString().slice(0, 10),
})
const generated = generatedFiles(subgraphs, composition, operations)
const changed = writeFiles({ ...generated, ...eventFiles(events), ...former })
for (const path of changed) console.log(`wrote ${path}`)
console.log(`schema:publish: ${changed.length} files changed`)
