import { runSubgraph } from '@kompetanse/process'
import { startFileUpkeep } from './attachments/use-cases/upkeep.ts'
import { fileRoutes } from './attachments/http/route.ts'
import { copies } from './copies.ts'
import { subgraph } from './database.ts'
import { queues } from './live/queues.ts'
import { schema } from './schema.ts'

await runSubgraph({
  subgraph,
  schema,
  routes: fileRoutes(),
  copies,
  background: [startFileUpkeep, queues.startPruning],
  onStop: queues.stop,
})
