import { GraphQLError } from 'graphql'
import { pool } from '../database.ts'
import { fromCursor, isAfter, type Position } from './cursor.ts'
import { createMailbox } from './mailbox.ts'
import { currentPosition, isTooOld, readAfter, type LoggedEvent } from './queue-log.ts'
import type { QueueReader } from './queue-reader.ts'

/** How many events may wait for a slow consumer before it is cut off. */
const MOST_WAITING = 5_000

const resync = () =>
  new GraphQLError('Read the list again and subscribe from its eventCursor', {
    extensions: { code: 'SUBSCRIPTION_RESYNC' },
  })

/**
 * The wanted queue events after a cursor, or from now, in the order of commits: first those that the log has, then
 * those to come; none left out, none twice. `wants` is asked for every event of every open queue, so it must be
 * cheap: with thousands of queues open, waking a stream for what is not its own is what costs. Throws SUBSCRIPTION_RESYNC when the log no longer reaches back that far, and
 * ends with it when the consumer falls too far behind.
 */
export async function streamQueue(
  reader: QueueReader,
  after: string | null,
  wants: (event: LoggedEvent) => boolean,
): Promise<AsyncIterableIterator<LoggedEvent>> {
  const start = after === null ? await currentPosition(pool) : fromCursor(after)
  if (after !== null && (await isTooOld(pool, start))) throw resync()

  let given: Position = start
  const give = (events: readonly LoggedEvent[]) => {
    for (const event of events) {
      if (!isAfter(event, given)) continue
      given = event
      if (wants(event)) mailbox.push(event)
    }
    if (mailbox.waiting > MOST_WAITING) mailbox.fail(resync())
  }
  // Live events are held back until the log has been read up to where the reader is.
  let held: LoggedEvent[] | undefined = []
  const stop = reader.listen((events) => (held ? void held.push(...events) : give(events)))
  const mailbox = createMailbox<LoggedEvent>(stop)
  try {
    await catchUp(start, reader.position(), give)
  } catch (error) {
    stop()
    throw error
  }
  give(held)
  held = undefined
  return mailbox.iterator
}

async function catchUp(start: Position, end: Position, give: (events: readonly LoggedEvent[]) => void) {
  let from = start
  while (isAfter(end, from)) {
    const { events } = await readAfter(pool, from)
    const last = events.at(-1)
    if (!last) return
    give(events)
    from = last
  }
}
