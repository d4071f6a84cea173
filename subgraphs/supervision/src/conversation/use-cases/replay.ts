import { present } from '@kompetanse/graph'
import { goalsAssessed } from '@kompetanse/schema/events/supervision'
import { bus, database } from '../../database.ts'
import { assessedMessages } from '../persistence/messages.ts'

const BATCH = 200

/** Publishes what every finalised conversation says of goals, a batch per transaction; returns how many events. */
export async function replay(): Promise<number> {
  let count = 0
  for (let last: string | undefined; ;) {
    const rows = await database.conversation.findMany({
      where: { status: 'FINALISED', goals: { some: {} }, ...(last && { id: { gt: last } }) },
      include: { goals: { orderBy: { position: 'asc' } } },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    const messages = rows.flatMap(({ finalisedById, finalisedAt, ...row }) =>
      assessedMessages({ ...row, finalisedById: present(finalisedById), finalisedAt: present(finalisedAt) }),
    )
    await database.$transaction((tx) => bus.publishAll(tx, goalsAssessed, messages), { timeout: 30_000 })
    count += messages.length
    last = rows.at(-1)?.id
    if (rows.length < BATCH) return count
  }
}
