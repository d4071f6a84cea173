import { logger, required, serveSubgraph } from '@kompetanse/graph'
import { actorRoute } from './actor-route.ts'
import { connect } from './connect.ts'
import { schema } from './schema.ts'

const { isReady, close } = await connect(required('DATABASE_URL'), (error) =>
  logger.error({ err: error }, 'event bus'),
)
await serveSubgraph({ name: 'identity', schema, isReady, routes: { actor: actorRoute }, onStop: close })
