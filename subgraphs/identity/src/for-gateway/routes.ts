import type { Route } from '@kompetanse/graph'
import type { Feed } from '../actor-changes/feed.ts'
import { actorChangesRoute } from './actor-changes.ts'
import { actorsRoute } from './actors.ts'
import { endedSessionsRoute } from './ended-sessions.ts'

export const routesForGateway = (feed: Feed): readonly Route[] => [
  actorsRoute,
  actorChangesRoute(feed),
  endedSessionsRoute,
]
