import { runSubgraph } from '@kompetanse/process'
import { copies } from './copies.ts'
import { subgraph } from './database.ts'
import { queues } from './live/queues.ts'
import { schema } from './schema.ts'

await runSubgraph({
  subgraph,
  schema,
  copies,
  background: [queues.startPruning],
  onStop: queues.stop,
})
