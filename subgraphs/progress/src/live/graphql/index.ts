import { addEventCursor } from '@kompetanse/graph'
import { addQueueTypes } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'
import { queues } from '../queues.ts'

addEventCursor(builder)

export const { QueueScope, QueueChange } = addQueueTypes(builder)

/** The cursor for a list that is read after this. */
export const eventCursor = queues.cursor
