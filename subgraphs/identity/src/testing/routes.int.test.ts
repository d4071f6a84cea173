import { routeTests } from '@kompetanse/graph/testing'
import { createFeed } from '../actor-changes/feed.ts'
import { subgraph } from '../database.ts'
import { routesForGateway } from '../for-gateway/routes.ts'

routeTests(routesForGateway(createFeed(subgraph.url)), {
  'GET /actors': 'gateway',
  'GET /actor-changes': 'gateway',
  'PUT /ended-sessions': 'gateway',
})
