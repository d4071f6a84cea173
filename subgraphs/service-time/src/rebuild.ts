/**
 * Makes the copy of the directory take every event again, also those it has had: run it, then identity's `replay.ts`.
 * Nothing is deleted, so the portal works meanwhile.
 */
import { forgetVersions } from '@kompetanse/directory'
import { runCommand } from '@kompetanse/process'
import { pool, subgraph } from './database.ts'

await runCommand(subgraph, () => forgetVersions(pool))
