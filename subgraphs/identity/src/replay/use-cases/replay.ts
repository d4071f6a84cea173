import { deputyship, person, relation } from '@kompetanse/schema/events/identity'
import { bus, database, type Tx } from '../../database.ts'
import { deputyshipEvent } from '../../deputyship/persistence/record.ts'
import { personEvent, personEventSelect } from '../../person/persistence/record.ts'
import { relationEvent } from '../../relation/persistence/record.ts'

const BATCH = 200

/** Publishes all there is, a batch per transaction; returns how many events. */
export async function replay(): Promise<number> {
  const persons = await inBatches(
    (page) => database.person.findMany({ ...page, select: personEventSelect }),
    (tx, row) => bus.publish(tx, person, row.id, personEvent(row)),
  )
  const relations = await inBatches(
    (page) => database.trainingRelation.findMany(page),
    (tx, row) => bus.publish(tx, relation, row.id, relationEvent(row)),
  )
  const deputyships = await inBatches(
    (page) => database.deputyship.findMany(page),
    (tx, row) => bus.publish(tx, deputyship, row.id, deputyshipEvent(row)),
  )
  return persons + relations + deputyships
}

interface Page {
  readonly take: number
  readonly orderBy: { readonly id: 'asc' }
  readonly where: { readonly id?: { readonly gt: string } }
}

async function inBatches<Row extends { readonly id: string }>(
  read: (page: Page) => Promise<Row[]>,
  publish: (tx: Tx, row: Row) => Promise<void>,
): Promise<number> {
  let count = 0
  for (let last: string | undefined; ;) {
    const rows = await read({ take: BATCH, orderBy: { id: 'asc' }, where: last ? { id: { gt: last } } : {} })
    await database.$transaction(
      async (tx) => {
        for (const row of rows) await publish(tx, row)
      },
      { timeout: 30_000 },
    )
    count += rows.length
    last = rows.at(-1)?.id
    if (rows.length < BATCH) return count
  }
}
