import { SILENCE_MS } from '@kompetanse/schema/actor-changes'

/** How the gateway stands to the one that tells it what changes. Times are epoch milliseconds. */
export type Connection =
  | { readonly kind: 'waiting'; readonly until: number; readonly failures: number }
  | { readonly kind: 'connecting'; readonly since: number; readonly failures: number }
  /** Every change is heard of. */
  | { readonly kind: 'following'; readonly heardAt: number }
  | { readonly kind: 'stopped' }

/** `listening`: from now on nothing is missed. `heard`: anything else was said. `time`: some has passed. */
export type Happening = 'listening' | 'heard' | 'lost' | 'time' | 'stop'

/** How long a process may take to say that it listens; the next one is tried then. */
export const CONNECT_MS = 1_500
const BACKOFF_MS = 200
const MOST_BACKOFF_MS = 2_000

const waitingAfter = (failures: number, now: number): Connection => ({
  kind: 'waiting',
  until: now + Math.min(MOST_BACKOFF_MS, BACKOFF_MS * 2 ** failures),
  failures: failures + 1,
})

/** What becomes of it. */
export function afterwards(connection: Connection, what: Happening, now: number): Connection {
  if (what === 'stop') return { kind: 'stopped' }
  const passed = (since: number, ms: number) => what === 'time' && now - since >= ms
  switch (connection.kind) {
    case 'waiting': {
      const { until, failures } = connection
      return passed(until, 0) ? { kind: 'connecting', since: now, failures } : connection
    }
    case 'connecting': {
      const { since, failures } = connection
      if (what === 'listening') return { kind: 'following', heardAt: now }
      return what === 'lost' || passed(since, CONNECT_MS) ? waitingAfter(failures, now) : connection
    }
    case 'following':
      if (what === 'listening' || what === 'heard') return { kind: 'following', heardAt: now }
      // The next process is tried at once: what changes meanwhile is missed.
      return what === 'lost' || passed(connection.heardAt, SILENCE_MS)
        ? { kind: 'waiting', until: now, failures: 0 }
        : connection
    case 'stopped':
      return connection
  }
}
