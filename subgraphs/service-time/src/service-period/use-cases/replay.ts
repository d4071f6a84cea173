import { servicePeriod } from '@kompetanse/schema/events/service-time'
import { bus, database } from '../../database.ts'
import { whole } from '../persistence/content.ts'
import { toPeriod } from '../persistence/period-row.ts'
import { messageOf } from '../persistence/save.ts'

const BATCH = 200

/** Publishes all there is, a batch per transaction; returns how many events. */
export async function replay(): Promise<number> {
  let count = 0
  for (let last: string | undefined; ;) {
    const where = last ? { id: { gt: last } } : {}
    const rows = await database.servicePeriod.findMany({
      ...{ take: BATCH, orderBy: { id: 'asc' }, where, include: whole },
    })
    const messages = rows.map((row) => messageOf(row, toPeriod(row)))
    await database.$transaction((tx) => bus.publishAll(tx, servicePeriod, messages))
    count += rows.length
    last = rows.at(-1)?.id
    if (rows.length < BATCH) return count
  }
}
