import { replayOf } from '@kompetanse/events'
import { servicePeriod } from '@kompetanse/schema/events/service-time'
import { database } from './database.ts'
import { whole } from './service-period/persistence/content.ts'
import { toPeriod } from './service-period/persistence/period-row.ts'
import { periodMessage, type PeriodCause } from './service-period/persistence/message.ts'

const lastStep = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 1 }

/** The events that this subgraph publishes, and how to publish all of them again: every period as it is now, removed ones too. */
export const replays = [
  replayOf(
    servicePeriod,
    (page) => database.servicePeriod.findMany({ ...page, include: { ...whole, history: lastStep } }),
    ({ history: [step], ...row }) => periodMessage(row, toPeriod(row), step as PeriodCause),
  ),
]
