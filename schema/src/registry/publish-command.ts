import { compose } from './compose.ts'
import { generatedFiles } from './generated-files.ts'
import { printSubgraphs, readOperations, writeFiles } from './registry-files.ts'

/** `npm run schema:publish`: writes every generated file, with the graph as what clients rely on from now. */
const subgraphs = printSubgraphs()
const operations = readOperations()
const composition = compose(subgraphs)
if ('errors' in composition) {
  for (const error of composition.errors) console.error(`✗ does not compose: ${error}`)
  process.exit(1)
}
const changed = writeFiles(generatedFiles(subgraphs, composition, operations))
for (const path of changed) console.log(`wrote ${path}`)
console.log(`schema:publish: ${changed.length} files changed`)
