import { processBus } from '@kompetanse/events'
import { logger } from '@kompetanse/graph'
import { url } from './database.ts'

/** Message and code alone: the driver's errors carry whole connections. */
const onError = ({ message, name }: Error) => logger.error({ message, name }, 'bus')

export const {
  start: startBus,
  stop: stopBus,
  current: theBus,
} = processBus({ url, name: 'progress', onError })
