import { runSubgraph } from '@kompetanse/process'
import { startFileUpkeep } from './attachments/upkeep.ts'
import { fileRoutes } from './attachments/http/route.ts'
import { subgraph } from './database.ts'
import { queues } from './live/queues.ts'
import { startProjections } from './projections.ts'
import { schema } from './schema.ts'

await runSubgraph({
  subgraph,
  schema,
  routes: fileRoutes(),
  projections: startProjections,
  background: [startFileUpkeep, queues.startPruning],
  onStop: queues.stop,
})
