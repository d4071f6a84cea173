/**
 * Publishes every person, relation and deputyship again, as it is now: for a subgraph that rebuilds its directory.
 * Whoever has a version already drops it.
 */
import { runCommand } from '@kompetanse/process'
import { subgraph } from './database.ts'
import { replay } from './replay/use-cases/replay.ts'

await runCommand(subgraph, async () => {
  process.stdout.write(`${JSON.stringify({ replayed: await replay() })}\n`)
})
