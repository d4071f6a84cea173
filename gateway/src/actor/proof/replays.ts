import { WINDOW_SECONDS } from './claims.ts'

/** Remembers which proofs were used. */
export interface Replays {
  /**
   * Whether the proof `id`, made at `iat`, is used for the first time; `now` and `iat` in seconds since the epoch. False
   * also for one so old that it may have been forgotten.
   */
  isFirst(id: string, iat: number, now: number): boolean
}

/** About 30 MB. At 2,500 proofs a second it is still a whole window. */
const CAPACITY = 300_000

/**
 * Kept by the second in which a proof was made, for as long as a proof of that second is accepted. When there are too
 * many, the oldest second is forgotten, and its proofs are refused: the window shrinks, the safety does not.
 *
 * It is the memory of one gateway process. A thief of a token together with a proof may use the proof once at each
 * other process, for the same method and address and within the window. That is accepted: it takes somebody who reads
 * the traffic between caller and gateway, who reads the answers too; TLS protects against that. The purpose of a proof,
 * to make a token useless that leaks by a log, a dump or a trace, is met with many processes as with one. A shared
 * memory would cost each request a round trip and be one more part without which every request fails. It would also
 * refuse a request that a balancer rightly sends to another gateway when the first is gone.
 */
export function createReplays(capacity = CAPACITY): Replays {
  const seconds = new Map<number, Set<string>>()
  let kept = 0
  let forgottenTo = -Infinity

  function forget(second: number) {
    kept -= seconds.get(second)?.size ?? 0
    seconds.delete(second)
    forgottenTo = Math.max(forgottenTo, second)
  }

  function makeRoom(now: number) {
    for (const second of seconds.keys()) if (second < Math.floor(now) - WINDOW_SECONDS) forget(second)
    while (kept >= capacity) forget(Math.min(...seconds.keys()))
  }

  return {
    isFirst(id, iat, now) {
      const second = Math.floor(iat)
      if (!seconds.has(second) || kept >= capacity) makeRoom(now)
      if (second <= forgottenTo) return false
      const seen = seconds.get(second) ?? new Set()
      if (seen.has(id)) return false
      seconds.set(second, seen.add(id))
      kept++
      return true
    },
  }
}
