import type { EventDefinition } from '@kompetanse/schema/events/define'
import type { Bus, Message, Transaction } from './bus.ts'

const BATCH = 200

export interface Page {
  readonly take: number
  readonly orderBy: { readonly id: 'asc' }
  readonly where: { readonly id?: { readonly gt: string } }
}

interface Batch {
  readonly messages: readonly Message<unknown>[]
  /** The id of the last row; undefined when there is no more. */
  readonly last: string | undefined
}

/** How an event is published again for everything that it is about. */
export interface Replay {
  readonly event: EventDefinition<unknown>
  readonly read: (after: string | undefined) => Promise<Batch>
}

/** `read` gives a page of what the event is about, `tell` the payload of a row, if any:
 * the same as when it last changed. */
export const replayOf = <Row extends { readonly id: string }, Payload>(
  event: EventDefinition<Payload>,
  read: (page: Page) => Promise<readonly Row[]>,
  tell: (row: Row) => Message<Payload> | readonly Message<Payload>[],
): Replay => ({
  event,
  async read(after) {
    const rows = await read({
      take: BATCH,
      orderBy: { id: 'asc' },
      where: after ? { id: { gt: after } } : {},
    })
    return { messages: rows.flatMap(tell), last: rows.length < BATCH ? undefined : rows.at(-1)?.id }
  },
})

interface Teller {
  readonly bus: Pick<Bus, 'publishAll'>
  readonly database: {
    $transaction<Result>(
      work: (tx: Transaction) => Promise<Result>,
      options: { readonly timeout: number },
    ): Promise<Result>
  }
}

/** Publishes all that there is once more, a batch per transaction; how many events of each. Who has a version drops it. */
export async function replayAll(
  { bus, database }: Teller,
  replays: readonly Replay[],
): Promise<Readonly<Record<string, number>>> {
  const sent: Record<string, number> = {}
  for (const { event, read } of replays) {
    sent[event.name] = 0
    let after: string | undefined
    do {
      const { messages, last } = await read(after)
      await database.$transaction((tx) => bus.publishAll(tx, event, messages), { timeout: 30_000 })
      sent[event.name] = (sent[event.name] ?? 0) + messages.length
      after = last
    } while (after)
  }
  return sent
}
