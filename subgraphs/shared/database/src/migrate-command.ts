/** `node migrate-command.ts SUBGRAPH`: brings its schema up to date as its owner, whom MIGRATION_DATABASE_URL names. */
import { migrateSubgraph } from './migrate-subgraph.ts'
import { listSubgraphs } from './subgraphs.ts'

const name = process.argv[2] ?? ''
const url = process.env['MIGRATION_DATABASE_URL']
if (!url || !listSubgraphs().some((subgraph) => subgraph.name === name)) {
  process.stderr.write('usage, with MIGRATION_DATABASE_URL: migrate-command.ts SUBGRAPH\n')
  process.exit(1)
}
process.stdout.write(`${JSON.stringify({ migrated: name, applied: await migrateSubgraph(name, url) })}\n`)
