import { logger, type Positioned } from '@kompetanse/graph'
import type { Subgraph } from '@kompetanse/process'
import { toCursor } from './cursor.ts'
import { currentPosition, type LogTable } from './log.ts'
import { startPruning } from './pruning.ts'
import { startReader, type Reader } from './reader.ts'
import { streamEvents } from './stream.ts'

export interface EventLogOptions<Event> extends LogTable<Event> {
  readonly subgraph: Pick<Subgraph, 'pool' | 'schema' | 'url'>
  /** What the table's trigger NOTIFYs when rows are written. */
  readonly channel: string
}

/** What happens in one table of a subgraph, as live as its subscriptions want it. */
export interface EventLog<Event> {
  /** The cursor for a list that is read after this. */
  cursor(): Promise<string>
  /**
   * The wanted events after a cursor, or from now: see `streamEvents` for what is promised. `look` makes of each what
   * the subscriber gets; what it makes nothing of is left out.
   */
  subscribe<Seen>(options: Subscription<Event, Seen>): Promise<AsyncIterableIterator<Seen & Positioned>>
  /** For the background of a serving process: see `startPruning`. */
  startPruning(): () => void
  /** Ends the reader of this process, if one was started. */
  stop(): Promise<void>
}

export interface Subscription<Event, Seen> {
  readonly after: string | null
  /** Called for every event of every open stream: must be cheap. */
  readonly wants: (event: Event) => boolean
  readonly look: (event: Event) => Seen | null | Promise<Seen | null>
}

/** One log for all subscriptions of the process; it begins to read at the first of them. */
export function createEventLog<Event>({
  subgraph,
  channel,
  ...log
}: EventLogOptions<Event>): EventLog<Event> {
  const { pool } = subgraph
  const { table } = log
  const reports = (what: string) => (error: unknown) => logger.error({ err: error }, `${what} of ${table}`)
  let started: Promise<Reader<Event>> | undefined

  const theReader = (): Promise<Reader<Event>> => {
    const options = { url: subgraph.url(), schema: subgraph.schema, log, channel, onError: reports('reader') }
    started ??= startReader(options).catch((error: unknown) => {
      started = undefined
      throw error
    })
    return started
  }

  return {
    cursor: async () => toCursor(await currentPosition(pool)),
    async subscribe({ after, wants, look }) {
      const events = await streamEvents({ pool, log, reader: await theReader() }, after, wants)
      return mapped(events, async (logged) => {
        const seen = await look(logged.event)
        return seen && { ...seen, cursor: toCursor(logged) }
      })
    },
    startPruning: () => startPruning({ pool, table, onError: reports('pruning') }),
    async stop() {
      await (await started)?.stop()
      started = undefined
    },
  }
}

const DONE = { done: true, value: undefined } as const

// By hand: a generator that waits for the next event would hear `return()` only after that event.
function mapped<T, R>(
  source: AsyncIterator<T>,
  map: (value: T) => Promise<R | null>,
): AsyncIterableIterator<R> {
  const iterator: AsyncIterableIterator<R> = {
    async next() {
      for (;;) {
        const next = await source.next()
        if (next.done) return DONE
        const value = await map(next.value)
        if (value !== null) return { done: false, value }
      }
    },
    async return() {
      await source.return?.()
      return DONE
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}
