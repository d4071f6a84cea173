import { GraphQLError } from 'graphql'
import { fromCursor, isAfter, type Position } from './cursor.ts'
import { currentPosition, isTooOld, readAfter, type Database, type Logged, type LogTable } from './log.ts'
import { createMailbox } from './mailbox.ts'
import type { Reader } from './reader.ts'

/** How many events may wait for a slow consumer before it is cut off. */
const MOST_WAITING = 5_000

const resync = () =>
  new GraphQLError('Read the list again and subscribe from its eventCursor', {
    extensions: { code: 'SUBSCRIPTION_RESYNC' },
  })

interface Source<Event> {
  readonly pool: Database
  readonly log: LogTable<Event>
  readonly reader: Reader<Event>
}

/**
 * The wanted events after a cursor, or from now, in the order of commits: first those that the log has, then those to
 * come; none left out, none twice. `wants` is called for every event of every open stream, so it must be cheap: with
 * thousands of streams open, waking one for what is not its own is what costs. Throws SUBSCRIPTION_RESYNC when the log
 * no longer reaches back that far, and ends with it when the consumer falls too far behind.
 */
export async function streamEvents<Event>(
  source: Source<Event>,
  after: string | null,
  wants: (event: Event) => boolean,
): Promise<AsyncIterableIterator<Logged<Event>>> {
  const { pool, log, reader } = source
  const start = after === null ? await currentPosition(pool) : fromCursor(after)
  if (after !== null && (await isTooOld(pool, log.table, start))) throw resync()

  let given: Position = start
  const give = (events: readonly Logged<Event>[]) => {
    for (const logged of events) {
      if (!isAfter(logged, given)) continue
      given = logged
      if (wants(logged.event)) mailbox.push(logged)
    }
    if (mailbox.waiting > MOST_WAITING) mailbox.fail(resync())
  }
  // Live events are held back until the log has been read up to where the reader is.
  let held: Logged<Event>[] | undefined = []
  const stop = reader.listen((events) => (held ? void held.push(...events) : give(events)))
  const mailbox = createMailbox<Logged<Event>>(stop)
  try {
    await catchUp(source, start, give)
  } catch (error) {
    stop()
    throw error
  }
  give(held)
  held = undefined
  return mailbox.iterator
}

async function catchUp<Event>(
  { pool, log, reader }: Source<Event>,
  start: Position,
  give: (events: readonly Logged<Event>[]) => void,
) {
  const end = reader.position()
  let from = start
  while (isAfter(end, from)) {
    const { events } = await readAfter(pool, log, from)
    const last = events.at(-1)
    if (!last) return
    give(events)
    from = last
  }
}
