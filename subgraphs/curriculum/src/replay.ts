/** Tells everything again, so that a subgraph can rebuild its copy of the curriculum. */
import { runCommand } from '@kompetanse/process'
import { database, subgraph } from './database.ts'
import { announcePlanVersions } from './plan/persistence/announce.ts'
import { announceTrack } from './track/persistence/announce.ts'

await runCommand(subgraph, async () => {
  const plans = await database.planVersion.findMany({ select: { id: true } })
  const tracks = await database.track.findMany({ select: { code: true } })
  for (const { id } of plans) await database.$transaction((tx) => announcePlanVersions(tx, [id]))
  await database.$transaction(async (tx) => {
    for (const { code } of tracks) await announceTrack(tx, code)
  })
})
