import { runSubgraph } from '@kompetanse/process'
import { subgraph } from './database.ts'
import { conversationLog } from './live/log.ts'
import { startProjections } from './projections.ts'
import { schema } from './schema.ts'

await runSubgraph({
  subgraph,
  schema,
  projections: startProjections,
  background: [conversationLog.startPruning],
  onStop: conversationLog.stop,
})
