/** Time as the connection sees it, so that a test can hold it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Runs once after so many milliseconds; the returned function takes it back. */
  after(ms: number, run: () => void): () => void
}

/** A process does not live on for what waits here alone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
