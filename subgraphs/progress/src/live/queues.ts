import { createQueueLog, type QueueChange as Change, type QueuePlace as Place } from '@kompetanse/live/queue'
import { subgraph } from '../database.ts'
import type { QueueKind, QueueTab } from '../generated/db/client.ts'

export type QueuePlace = Place<QueueTab>
export type QueueChange = Change<QueueKind, QueueTab>

/** The signing queue and the approval queue, as live as their readers want them. */
export const queues = createQueueLog<QueueKind, QueueTab>(subgraph)
