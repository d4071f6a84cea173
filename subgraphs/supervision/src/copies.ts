import { directoryCopies } from '@kompetanse/directory'
import { copyOf } from '@kompetanse/events'
import { servicePeriod } from '@kompetanse/schema/events/service-time'
import { pool } from './database.ts'
import { onServicePeriod } from './hours/persistence/consume.ts'

/** What this subgraph keeps of others: the directory and service periods. */
export const copies = [...directoryCopies(pool), copyOf(servicePeriod, 'service_period', onServicePeriod)]
