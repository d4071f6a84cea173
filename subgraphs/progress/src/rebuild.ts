/**
 * Makes the copies of the directory and the curriculum take every event again, also those they have had: run it,
 * then `replay.ts` of identity and of curriculum. Nothing is deleted, so the portal works meanwhile.
 */
import { forgetVersions } from '@kompetanse/directory'
import { runCommand } from '@kompetanse/process'
import { database, pool, subgraph } from './database.ts'

await runCommand(subgraph, async () => {
  await forgetVersions(pool)
  await database.$transaction([
    database.planVersion.updateMany({ data: { version: 0 } }),
    database.track.updateMany({ data: { version: 0 } }),
  ])
})
