import { waitAfter } from '@kompetanse/schema/wait-after'
import type { Liveness } from './liveness.ts'
import type { Wire } from './wire.ts'

/** For how long the subgraph has been away, and how often it was tried since. */
export interface Outage {
  /** Milliseconds since the epoch. */
  readonly since: number
  readonly attempts: number
}

/**
 * The state of the socket to a subgraph. Each state carries what it has and nothing else, and every change goes
 * through one function that checks what the listeners need: they never are without both a socket and a timer.
 *
 * idle ─listener→ connecting ─acknowledged→ ready ─closed→ waiting ─time→ connecting
 *   ↑                 └──────closed──────────────────────────↑ │
 *   └──────nobody left: at once, from ready after a while──────┘
 */
export type Connection =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting'; readonly socket: Socket; readonly outage: Outage | null }
  | {
      readonly kind: 'ready'
      readonly socket: Socket
      readonly since: number
      /** Forgotten once the connection has held for a while; before that a break goes on counting. */
      readonly outage: Outage | null
      /** Set while there is no listener: stops the timer that lets go of the socket. */
      readonly keep: (() => void) | null
    }
  /** `until`: in milliseconds since the epoch. */
  | { readonly kind: 'waiting'; readonly until: number; readonly cancel: () => void }
  | { readonly kind: 'closed' }

/** A wire and what watches over it. */
export interface Socket {
  readonly wire: Wire
  readonly liveness: Liveness
}

export const socketOf = (connection: Connection): Socket | null =>
  connection.kind === 'connecting' || connection.kind === 'ready' ? connection.socket : null

export interface RetryTiming {
  readonly backoffMs: number
  readonly maxBackoffMs: number
  readonly giveUpAfterMs: number
}

const STABLE_MS = 5_000
/** A process that was held up runs its timers late, and in any order: that is no lost timer. */
const LATE_MS = 5_000

/** The outage that a break at `now` belongs to: a new one if the connection had held. */
export function outageAt(connection: Connection, now: number): Outage {
  const known = connection.kind === 'connecting' || connection.kind === 'ready' ? connection.outage : null
  const held = connection.kind === 'ready' && now - connection.since > STABLE_MS
  return (!held && known) || { since: now, attempts: 0 }
}

/**
 * Milliseconds until the next attempt. The first goes to the next replica at once, later ones wait; jitter
 * (`random`: 0 to 1) keeps gateways apart.
 */
export function delayOf(
  { attempts }: Outage,
  replicas: number,
  { backoffMs: first, maxBackoffMs: most }: RetryTiming,
  random = Math.random(),
): number {
  if (attempts === 0 && replicas > 1) return 0
  return waitAfter(attempts, { first, most }) * (0.5 + random / 2)
}

export const isLate = ({ since }: Outage, now: number, { giveUpAfterMs }: RetryTiming): boolean =>
  now - since > giveUpAfterMs

/** Whether nothing will ever happen by itself any more. No way is known to come here: this is for the watchdog. */
export const isStuck = (connection: Connection, now: number): boolean =>
  connection.kind === 'idle' || (connection.kind === 'waiting' && connection.until + LATE_MS < now)
