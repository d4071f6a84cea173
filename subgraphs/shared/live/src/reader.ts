import { createPool } from '@kompetanse/database'
import type { Position } from './cursor.ts'
import { currentPosition, readAfter, type Logged, type LogTable } from './log.ts'

type Listener<Event> = (events: readonly Logged<Event>[]) => void

export interface Reader<Event> {
  /** All events up to here have been handed to those who listened. */
  position(): Position
  /** Events come in the order of commits, none left out, each once. Returns how to stop. */
  listen(listener: Listener<Event>): () => void
  stop(): Promise<void>
}

export interface ReaderOptions<Event> {
  readonly url: string
  readonly schema: string
  readonly log: LogTable<Event>
  /** What the table's trigger NOTIFYs when rows are written. */
  readonly channel: string
  readonly onError: (error: unknown) => void
}

/** While committed events wait for an older transaction, how often to look whether it has ended. */
const LAGGING_MS = 40
/** A floor under NOTIFY, which is lost with its connection. */
const IDLE_MS = 2_000

/**
 * Follows a log for all subscriptions of this process, over one connection that LISTENs. A lost
 * connection is replaced, and reading goes on where it was.
 */
export async function startReader<Event>(options: ReaderOptions<Event>): Promise<Reader<Event>> {
  const { url, schema, log, onError } = options
  const pool = createPool({ url, schema, max: 2 })
  const listeners = new Set<Listener<Event>>()
  let position = await currentPosition(pool)
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined
  let again = false

  const read = async () => {
    const { events, lagging } = await readAfter(pool, log, position)
    const last = events.at(-1)
    if (last) {
      position = last
      for (const listener of listeners) listener(events)
    }
    return lagging
  }

  // One read at a time; a request that comes meanwhile is served right after.
  const poll = () => {
    if (stopped) return
    if (reading) return void (again = true)
    clearTimeout(timer)
    reading = read()
      .catch((error: unknown) => (onError(error), false))
      .then((lagging) => {
        reading = undefined
        if (again) return void ((again = false), poll())
        if (!stopped) timer = setTimeout(poll, lagging ? LAGGING_MS : IDLE_MS)
      })
  }

  const stopListening = keepListening(pool, options, poll)
  poll()

  return {
    position: () => position,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      stopListening()
      await reading
      await pool.end()
    },
  }
}

/** Holds a connection that LISTENs, and replaces it when it is lost; `wake` is called at every chance of news. */
function keepListening(
  pool: ReturnType<typeof createPool>,
  { channel, onError }: Pick<ReaderOptions<never>, 'channel' | 'onError'>,
  wake: () => void,
) {
  let stopped = false
  let release: (() => void) | undefined

  const connect = async (): Promise<void> => {
    if (stopped) return
    try {
      const client = await pool.connect()
      const lost = (error?: unknown) => {
        if (!release) return
        release = undefined
        client.release(true)
        if (error) onError(error)
        if (!stopped) setTimeout(() => void connect(), 200)
      }
      release = () => lost()
      client.on('notification', wake)
      client.once('error', lost)
      client.once('end', () => lost())
      await client.query(`LISTEN ${channel}`)
      wake()
    } catch (error) {
      onError(error)
      if (!release) setTimeout(() => void connect(), 500)
    }
  }

  void connect()
  return () => {
    stopped = true
    release?.()
  }
}
