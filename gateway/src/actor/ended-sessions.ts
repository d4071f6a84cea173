/** Sessions ended by a logout: their tokens are refused. */
export interface EndedSessions {
  has(credential: string): boolean
  /** `until`, in epoch milliseconds, is when the session's tokens have expired anyway. */
  add(credential: string, until: number): void
}

const SWEEP_MS = 60_000

export function createEndedSessions(now: () => number = Date.now): EndedSessions {
  const ended = new Map<string, number>()
  let sweepAt = 0

  function sweep() {
    if (sweepAt > now()) return
    sweepAt = now() + SWEEP_MS
    for (const [credential, until] of ended) if (until <= now()) ended.delete(credential)
  }

  return {
    has: (credential) => ended.has(credential),
    add(credential, until) {
      sweep()
      ended.set(credential, Math.max(until, ended.get(credential) ?? 0))
    },
  }
}
