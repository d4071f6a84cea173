import { runSubgraph } from '@kompetanse/process'
import { createFeed } from './actor-changes/feed.ts'
import { actorChangesRoute } from './actor-changes/route.ts'
import { actorsRoute } from './actors-route.ts'
import { subgraph } from './database.ts'
import { endedSessionsRoute } from './ended-sessions-route.ts'
import { schema } from './schema.ts'

const feed = createFeed(subgraph.url)

await runSubgraph({
  subgraph,
  schema,
  routes: {
    actors: actorsRoute,
    'actor-changes': actorChangesRoute(feed),
    'ended-sessions': endedSessionsRoute,
  },
  onStopping: () => feed.stop(),
})
