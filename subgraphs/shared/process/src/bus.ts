import { inboxOf } from '@kompetanse/database'
import { createBus, type Bus } from '@kompetanse/events'
import { logger } from '@kompetanse/graph'

/** The one bus of a process, for code that is loaded before anything is connected. */
export interface ProcessBus extends Bus {
  /** Once, before the first request; to publish before is a bug and is refused. */
  start(): Promise<void>
}

const onError = (err: unknown) => logger.error({ err }, 'bus')

export function processBus(name: string, url: () => string): ProcessBus {
  let started: Bus | undefined
  const bus = (): Bus => {
    if (!started) throw new Error('the bus has not been started')
    return started
  }
  return {
    start: async () => void (started ??= await createBus({ url: url(), inbox: inboxOf(name), onError })),
    publish: async (tx, event, key, payload) => bus().publish(tx, event, key, payload),
    publishAll: async (tx, event, messages) => bus().publishAll(tx, event, messages),
    consume: async (event, handle) => bus().consume(event, handle),
    stop: async () => {
      await started?.stop()
      started = undefined
    },
  }
}
