import { runSubgraph } from '@kompetanse/process'
import { copies } from './copies.ts'
import { subgraph } from './database.ts'
import { schema } from './schema.ts'
import { queueLog } from './signing-queue/log.ts'

await runSubgraph({
  subgraph,
  schema,
  copies,
  background: [queueLog.startPruning],
  onStop: queueLog.stop,
})
