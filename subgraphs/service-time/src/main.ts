import { startDirectory } from '@kompetanse/directory'
import { runSubgraph } from '@kompetanse/process'
import { pool, subgraph } from './database.ts'
import { schema } from './schema.ts'
import { queues } from './live/queues.ts'

await runSubgraph({
  subgraph,
  schema,
  projections: (bus) => startDirectory(bus, pool),
  background: [queues.startPruning],
  onStop: queues.stop,
})
