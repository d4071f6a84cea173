/** How long a replica takes to answer: an exponentially weighted mean that fades while nothing is asked. */
export interface Latency {
  readonly meanMs: number
  readonly at: number
}

/** The weight of the newest answer. */
const NEWEST = 0.3
/** After this long without an answer, e⁻¹ of the mean is left: a replica that was slow is tried again. */
const FADES_MS = 10_000
/** Below this replicas count as equally fast: the difference is noise, or a process that has just started. */
const NOISE_MS = 50

export const UNKNOWN: Latency = { meanMs: 0, at: 0 }

const meanAt = ({ meanMs, at }: Latency, now: number): number =>
  meanMs * Math.exp(Math.min(0, at - now) / FADES_MS)

export function observed(latency: Latency, tookMs: number, now: number): Latency {
  const mean = meanAt(latency, now)
  return { meanMs: mean + NEWEST * (tookMs - mean), at: now }
}

/** What a request more would wait for: the requests under way and itself, each as long as one takes. */
export const loadOf = (pending: number, latency: Latency, now: number): number =>
  (pending + 1) * Math.max(meanAt(latency, now), NOISE_MS)
