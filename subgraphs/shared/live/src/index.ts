export { createEventLog, type EventLog, type EventLogOptions, type Subscription } from './event-log.ts'
export { createMailbox, type Mailbox } from './mailbox.ts'
export { prune } from './log.ts'
export { startReader, type Reader } from './reader.ts'
