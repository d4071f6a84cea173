export { appendQueueEvents, type QueueChange, type QueuePlace, type QueueTransaction } from './place.ts'
export { createQueueLog, queueTable, type QueueEvent, type QueueLog } from './queue-log.ts'
export type { QueueScope } from './lens.ts'
