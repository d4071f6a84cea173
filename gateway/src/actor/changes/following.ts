import { SILENCE_MS } from '@kompetanse/schema/actor-changes'
import { waitAfter } from '@kompetanse/schema/wait-after'

/** The state of the gateway’s connection to identity, which reports changes. Times are epoch milliseconds. */
export type Following =
  | { readonly kind: 'waiting'; readonly until: number; readonly failures: number }
  | { readonly kind: 'connecting'; readonly since: number; readonly failures: number }
  /** Every change arrives. */
  | { readonly kind: 'following'; readonly heardAt: number }
  | { readonly kind: 'stopped' }

/**
 * `listening`: the stream is open, and no change from now on is missed. `heard`: a line with changes, or one that keeps the
 * stream alive. `time`: a timer has fired.
 */
export type Happening = 'listening' | 'heard' | 'lost' | 'time' | 'stop'

/** How long a process may take until it confirms the stream; then the next one is tried. */
export const CONNECT_MS = 1_500
const WAITS_MS = { first: 200, most: 2_000 }

const waitingAfter = (failures: number, now: number): Following => ({
  kind: 'waiting',
  until: now + waitAfter(failures, WAITS_MS),
  failures: failures + 1,
})

/** What becomes of it. */
export function afterwards(following: Following, what: Happening, now: number): Following {
  if (what === 'stop') return { kind: 'stopped' }
  const passed = (since: number, ms: number) => what === 'time' && now - since >= ms
  switch (following.kind) {
    case 'waiting': {
      const { until, failures } = following
      return passed(until, 0) ? { kind: 'connecting', since: now, failures } : following
    }
    case 'connecting': {
      const { since, failures } = following
      if (what === 'listening') return { kind: 'following', heardAt: now }
      return what === 'lost' || passed(since, CONNECT_MS) ? waitingAfter(failures, now) : following
    }
    case 'following':
      if (what === 'listening' || what === 'heard') return { kind: 'following', heardAt: now }
      // The next process is tried at once: what changes meanwhile is missed.
      return what === 'lost' || passed(following.heardAt, SILENCE_MS)
        ? { kind: 'waiting', until: now, failures: 0 }
        : following
    case 'stopped':
      return following
  }
}
