/** A replica's response time: an exponentially weighted mean that decays while no request is sent. */
export interface Latency {
  readonly meanMs: number
  /** Epoch milliseconds of the newest answer; null before there was one. */
  readonly at: number | null
}

/** The weight of the newest answer. */
const NEWEST = 0.2
/** After this long without an answer, 1/e of the mean is left: a replica that was slow is tried again. */
const FADES_MS = 10_000
/** Differences below this are noise, or come from the operations that each replica happened to get. */
const NOISE_MS = 50

export const UNKNOWN: Latency = { meanMs: 0, at: null }

const meanAt = ({ meanMs, at }: Latency, now: number): number =>
  at === null ? 0 : meanMs * Math.exp(Math.min(0, at - now) / FADES_MS)

/** The first response does not count: it includes a connection, to a process that may just have started. */
export function observed(latency: Latency, tookMs: number, now: number): Latency {
  if (latency.at === null) return { meanMs: 0, at: now }
  const mean = meanAt(latency, now)
  return { meanMs: mean + NEWEST * (tookMs - mean), at: now }
}

/** What one more request would wait for: those under way and itself, each as long as one takes. */
export const loadOf = (pending: number, latency: Latency, now: number): number =>
  (pending + 1) * Math.max(meanAt(latency, now), NOISE_MS)
