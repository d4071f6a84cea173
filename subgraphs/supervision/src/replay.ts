/**
 * Publishes again what finalised conversations say of goals: for a subgraph that rebuilds its copy. Whoever has a version
 * already drops it.
 */
import { runCommand } from '@kompetanse/process'
import { replay } from './conversation/use-cases/replay.ts'
import { subgraph } from './database.ts'

await runCommand(subgraph, async () => {
  process.stdout.write(`${JSON.stringify({ replayed: await replay() })}\n`)
})
