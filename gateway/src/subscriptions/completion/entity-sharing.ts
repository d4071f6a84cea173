import { copyJson } from '../../json/json.ts'
import type { SubgraphAnswer } from '../../subgraph/subgraph-answer.ts'
import type { SubscriptionStats } from '../contract/stats.ts'
import { SharedRequest, type Send } from './shared-request.ts'

/** What two fetches must agree on, besides their text and keys, to be one. */
export interface Sharing {
  /** The key of those who may see the answer. */
  readonly audience: string
  /** The event; an answer is never older than the event that it belongs to. */
  readonly cursor: string
}

const KEEP_MS = 2_000
const KEEP_ENTRIES = 2_000

interface Kept {
  readonly request: SharedRequest
  readonly until: number
}

/**
 * Makes identical entity fetches of one event one request, also when the event comes to several streams. Answers
 * are kept for a moment only, and for one event only: the next event may be about the same entity.
 */
export class EntitySharing {
  readonly #stats: SubscriptionStats
  readonly #kept = new Map<string, Kept>()

  constructor(stats: SubscriptionStats) {
    this.#stats = stats
  }

  /**
   * `request` is a key of the subgraph, the text and the entities; `signal` aborts when the caller has left. Each
   * caller gets a copy, since plans write into the data.
   */
  async fetch(request: string, sharing: Sharing | null, send: Send, signal: AbortSignal) {
    if (!sharing) return send(signal)
    const key = JSON.stringify([sharing.audience, sharing.cursor, request])
    const known = this.#kept.get(key)?.request
    const isKnown = known !== undefined && !known.isAborted
    if (isKnown) this.#stats.entityRequestsShared++
    const shared = isKnown ? known : this.#keep(key, send)
    return copyJson(await shared.join(signal)) as SubgraphAnswer
  }

  #keep(key: string, send: Send): SharedRequest {
    const now = Date.now()
    for (const [oldest, { until }] of this.#kept) {
      if (until > now && this.#kept.size < KEEP_ENTRIES) break
      this.#kept.delete(oldest)
    }
    const request = new SharedRequest(send)
    this.#kept.delete(key)
    const kept = { request, until: now + KEEP_MS }
    this.#kept.set(key, kept)
    request.answer.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key))
    return request
  }
}
