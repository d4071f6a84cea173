/**
 * Makes the copies of the directory and the curriculum take every event again, also those they have had: run it,
 * then `replay.ts` of identity and of curriculum. Nothing is deleted, so the portal works meanwhile.
 */
import { runCommand } from '@kompetanse/process'
import { database, subgraph } from './database.ts'

await runCommand(subgraph, async () => {
  await database.$transaction([
    database.person.updateMany({ data: { version: 0 } }),
    database.relation.updateMany({ data: { version: 0 } }),
    database.deputyship.updateMany({ data: { version: 0 } }),
    database.planVersion.updateMany({ data: { version: 0 } }),
    database.track.updateMany({ data: { version: 0 } }),
  ])
})
