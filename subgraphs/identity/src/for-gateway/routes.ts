import type { Route } from '@kompetanse/graph'
import type { RouteForGateway } from '@kompetanse/schema/identity-for-gateway'
import type { Feed } from '../actor-changes/feed.ts'
import { actorChangesRoute } from './actor-changes.ts'
import { actorsRoute } from './actors.ts'
import { endedSessionsRoute } from './ended-sessions.ts'

export const routesForGateway = (feed: Feed): Record<RouteForGateway, Route> => ({
  actors: actorsRoute,
  'actor-changes': actorChangesRoute(feed),
  'ended-sessions': endedSessionsRoute,
})
