import { createBus, type Bus } from '@kompetanse/events'
import { logger } from '@kompetanse/graph'
import { url } from './database.ts'

let bus: Bus | undefined

export async function startBus(): Promise<void> {
  bus = await createBus({ url, name: 'curriculum', onError: (error) => logger.error({ err: error }, 'bus') })
}

export const stopBus = async (): Promise<void> => bus?.stop()

/** The bus of this process; publishing before `startBus` is a bug. */
export function theBus(): Bus {
  if (!bus) throw new Error('the bus has not been started')
  return bus
}
