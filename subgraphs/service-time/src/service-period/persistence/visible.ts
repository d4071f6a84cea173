import { today } from '@kompetanse/calendar/day'
import { batchedById } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { visiblePeriod } from '../../directory/visibility.ts'
import type { ServicePeriod } from '../../generated/db/client.ts'

/** Periods that the actor may see, all that one request asks for in one statement. */
export const visiblePeriods = batchedById<'ServicePeriod', ServicePeriod>(async (ids, { actor, now }) => {
  const where = { id: { in: ids }, ...visiblePeriod(actor, today(now)) }
  const found = await database.servicePeriod.findMany({ where })
  return new Map(found.map((period) => [period.id, period]))
})
