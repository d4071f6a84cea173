import { startDirectory } from '@kompetanse/directory'
import type { Bus } from '@kompetanse/events'
import { servicePeriod } from '@kompetanse/schema/events/service-time'
import { pool } from './database.ts'
import { onServicePeriod } from './guidance/persistence/consume.ts'

/** Starts keeping this subgraph's copies of the directory and of service periods. */
export async function startProjections(bus: Bus): Promise<void> {
  await startDirectory(bus, pool)
  await bus.consume(servicePeriod, onServicePeriod)
}
