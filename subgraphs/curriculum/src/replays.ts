import { replayOf, type Page } from '@kompetanse/events'
import { planVersion, track } from '@kompetanse/schema/events/curriculum'
import { database } from './database.ts'
import { planVersionMessage, withContent } from './plan/persistence/announce.ts'
import { trackMessage, withPlans } from './track/persistence/announce.ts'

/** The events that this subgraph publishes, and how to publish all of them again. */
export const replays = [
  replayOf(
    planVersion,
    (page) => database.planVersion.findMany({ ...page, include: withContent }),
    planVersionMessage,
  ),
  replayOf(
    track,
    async ({ take, where: { id: code } }: Page) => {
      const page = { take, orderBy: { code: 'asc' }, where: code ? { code } : {} } as const
      const rows = await database.track.findMany({ ...page, include: withPlans })
      return rows.map((row) => ({ ...row, id: row.code }))
    },
    trackMessage,
  ),
]
