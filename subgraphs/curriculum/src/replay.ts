/** Tells again, as it is now, all that this subgraph tells: for one that rebuilds its copy, or has just begun to listen. */
import { replayAll } from '@kompetanse/events'
import { runCommand } from '@kompetanse/process'
import { subgraph } from './database.ts'
import { replays } from './replays.ts'

await runCommand(subgraph, async () => {
  process.stdout.write(`${JSON.stringify(await replayAll(subgraph, replays))}\n`)
})
