import { startDirectory } from '@kompetanse/directory'
import { runSubgraph } from '@kompetanse/process'
import { pool, subgraph } from './database.ts'
import { schema } from './schema.ts'
import { queueLog } from './signing-queue/log.ts'

await runSubgraph({
  subgraph,
  schema,
  projections: (bus) => startDirectory(bus, pool),
  background: [queueLog.startPruning],
  onStop: queueLog.stop,
})
