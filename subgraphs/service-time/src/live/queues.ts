import { createQueueLog } from '@kompetanse/live/queue'
import { subgraph } from '../database.ts'
import type { QueueKind, QueueTab } from '../generated/db/client.ts'

/** What happens to the signing queue, live. */
export const queues = createQueueLog<QueueKind, QueueTab>(subgraph)
