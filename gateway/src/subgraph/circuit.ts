import { waitAfter } from '@kompetanse/schema/wait-after'

/**
 * Whether a replica gets requests. Three failures in a row open its circuit; after a time, one request at a time is let
 * through as a probe, and its outcome decides. Each failed probe doubles the time to the next.
 */
export type Circuit =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly until: number; readonly failedProbes: number }
  | { readonly kind: 'half-open'; readonly failedProbes: number }

const TOLERATED = 2
const OPEN_MS = { first: 1_000, most: 8_000 }

export const CLOSED: Circuit = { kind: 'closed', failures: 0 }

const open = (now: number, failedProbes: number): Circuit => ({
  kind: 'open',
  until: now + waitAfter(failedProbes, OPEN_MS),
  failedProbes,
})

/** The circuit when a request is sent: an open one becomes half-open, any other stays as it is. */
export const probed = (circuit: Circuit): Circuit =>
  circuit.kind === 'open' ? { kind: 'half-open', failedProbes: circuit.failedProbes } : circuit

/** How a request ended. `abandoned`, when its client has left, is no evidence about the replica. */
export type Outcome = 'answered' | 'failed' | 'abandoned'

/** The circuit when a probe has ended, which always ends its half-open state. */
export function probeEnded(circuit: Circuit, outcome: Outcome, now: number): Circuit {
  if (circuit.kind !== 'half-open') return circuit
  if (outcome === 'answered') return CLOSED
  if (outcome === 'failed') return open(now, circuit.failedProbes + 1)
  return { kind: 'open', until: now, failedProbes: circuit.failedProbes }
}

/** The circuit when a request that was no probe has ended. One that began before the circuit opened is ignored. */
export function requestEnded(circuit: Circuit, outcome: Outcome, now: number): Circuit {
  if (circuit.kind !== 'closed' || outcome === 'abandoned') return circuit
  if (outcome === 'answered') return circuit.failures === 0 ? circuit : CLOSED
  if (circuit.failures < TOLERATED) return { kind: 'closed', failures: circuit.failures + 1 }
  return open(now, 0)
}
