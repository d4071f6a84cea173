/**
 * Makes the copies of the directory and of service periods take every event again, also those they have had: run it,
 * then `replay.ts` of identity and of service-time. Nothing is deleted, so the portal works meanwhile.
 */
import { forgetVersions } from '@kompetanse/directory'
import { runCommand } from '@kompetanse/process'
import { database, pool, subgraph } from './database.ts'

await runCommand(subgraph, async () => {
  await forgetVersions(pool)
  await database.servicePeriod.updateMany({ data: { version: 0 } })
})
