import { runSubgraph } from '@kompetanse/process'
import { copies } from './copies.ts'
import { subgraph } from './database.ts'
import { conversationLog } from './live/log.ts'
import { schema } from './schema.ts'

await runSubgraph({
  subgraph,
  schema,
  copies,
  background: [conversationLog.startPruning],
  onStop: conversationLog.stop,
})
