import { logger } from '@kompetanse/graph'
import { startPruning } from '@kompetanse/live'
import { runSubgraph } from '@kompetanse/process'
import { CHANGES } from './actor-changes/changes.ts'
import { createFeed } from './actor-changes/feed.ts'
import { subgraph } from './database.ts'
import { routesForGateway } from './for-gateway/routes.ts'
import { schema } from './schema.ts'

const { pool } = subgraph
const onError = (err: unknown) => logger.error({ err }, 'pruning of the changes of actors')
const feed = createFeed(subgraph.url)

await runSubgraph({
  subgraph,
  schema,
  routes: routesForGateway(feed),
  background: [() => startPruning({ pool, table: CHANGES, onError })],
  onStopping: () => feed.stop(),
})
