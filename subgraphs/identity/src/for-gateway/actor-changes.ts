import type { Route } from '@kompetanse/graph'
import { actorChangeLine, type ActorChange } from '@kompetanse/schema/actor-changes'
import type { Feed } from '../actor-changes/feed.ts'
import { endedSessions } from '../session/persistence/ended-sessions.ts'
import { forGateway } from './for-gateway.ts'

const HEADERS = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
/** A gateway that reads slower than this much behind is cut off: it comes back, and asks for everything anew. */
const MOST_BEHIND = 1024 * 1024

/** `GET /actor-changes`: lines that do not end, see `@kompetanse/schema/actor-changes`. */
export const actorChangesRoute = (feed: Feed): Route =>
  forGateway('GET', 'actor-changes', async (_address, response) => {
    const hear = (change: ActorChange) => {
      if (response.writableLength > MOST_BEHIND) response.destroy()
      else response.write(actorChangeLine(change))
    }
    const leave = await feed.follow({ hear, end: () => void response.end() })
    response.once('close', leave)
    if (response.destroyed || response.writableEnded) return leave()
    response.writeHead(200, HEADERS)
    hear({ kind: 'listening' })
    // Read after following has begun: a change in between is sent twice, never missed.
    for (const ended of await endedSessions(new Date())) hear({ kind: 'session', ...ended })
  })
