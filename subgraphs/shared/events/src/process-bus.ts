import { createBus, type Bus, type BusOptions } from './bus.ts'

export interface ProcessBus {
  /** Once, before the first request (and by each test file). */
  start(): Promise<void>
  stop(): Promise<void>
  /** Throws before `start`: publishing then is a bug. */
  current(): Bus
}

/** The one bus of a process, for code that is loaded before anything is connected. */
export function processBus(options: BusOptions): ProcessBus {
  let bus: Bus | undefined
  return {
    start: async () => void (bus = await createBus(options)),
    stop: async () => bus?.stop(),
    current() {
      if (!bus) throw new Error('the bus has not been started')
      return bus
    },
  }
}
