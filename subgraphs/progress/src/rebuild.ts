/** Makes the copies take every event again, also those they have had: run it, then `replay.ts` of who tells them. */
import { forgetVersions } from '@kompetanse/events'
import { runCommand } from '@kompetanse/process'
import { copies } from './copies.ts'
import { pool, subgraph } from './database.ts'

await runCommand(subgraph, () => forgetVersions(pool, copies))
