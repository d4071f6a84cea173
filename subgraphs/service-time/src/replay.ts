/**
 * Publishes every period again, as it is now, removed ones too: for a subgraph that rebuilds its copy. Whoever has a
 * version already drops it.
 */
import { runCommand } from '@kompetanse/process'
import { subgraph } from './database.ts'
import { replay } from './service-period/use-cases/replay.ts'

await runCommand(subgraph, async () => {
  process.stdout.write(`${JSON.stringify({ replayed: await replay() })}\n`)
})
