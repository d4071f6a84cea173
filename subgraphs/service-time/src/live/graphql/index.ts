import { addEventCursor } from '@kompetanse/graph'
import { addQueueTypes } from '@kompetanse/live/queue'
import { builder } from '../../builder.ts'

addEventCursor(builder)

export const { QueueScope, QueueChange } = addQueueTypes(builder)
