import { compose } from './compose.ts'
import { generatedFiles, publishedFiles } from './check.ts'
import { printSubgraphs, readOperations, writeFiles } from './registry-files.ts'

/** `npm run schema:publish`: writes every generated file and accepts the graph as what clients rely on from now. */
const subgraphs = printSubgraphs()
const operations = readOperations()
const composition = compose(subgraphs)
if ('errors' in composition) {
  for (const error of composition.errors) console.error(`✗ does not compose: ${error}`)
  process.exit(1)
}
const files = {
  ...generatedFiles(subgraphs, composition, operations),
  ...publishedFiles(composition, operations),
}
const changed = writeFiles(files)
for (const path of changed) console.log(`wrote ${path}`)
console.log(`schema:publish: ${changed.length} files changed`)
