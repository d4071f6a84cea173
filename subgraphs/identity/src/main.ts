import { runSubgraph } from '@kompetanse/process'
import { actorRoute } from './actor-route.ts'
import { subgraph } from './database.ts'
import { schema } from './schema.ts'

await runSubgraph({ subgraph, schema, routes: { actor: actorRoute } })
