import { copyJson } from '../execution/json.ts'
import type { SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import type { SubscriptionStats } from './stats.ts'

/** What two fetches must agree on, besides their text and keys, to be one. */
export interface Sharing {
  /** Who may see the answer. */
  readonly audience: string
  /** The event; an answer is never older than the event that it belongs to. */
  readonly cursor: string
}

type Start = (signal: AbortSignal) => Promise<SubgraphAnswer>

const KEEP_MS = 2_000
const KEEP_ENTRIES = 2_000

/** One request and those who wait for it: it is aborted when the last of them leaves. */
class SharedRequest {
  readonly answer: Promise<SubgraphAnswer>
  readonly until = Date.now() + KEEP_MS
  readonly #abort = new AbortController()
  #waiting = 0

  constructor(start: Start) {
    this.answer = start(this.#abort.signal)
  }

  get isAborted(): boolean {
    return this.#abort.signal.aborted
  }

  async join(signal: AbortSignal): Promise<SubgraphAnswer> {
    const leave = () => {
      if (--this.#waiting === 0) this.#abort.abort()
    }
    this.#waiting++
    signal.addEventListener('abort', leave, { once: true })
    try {
      return await this.answer
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }
}

/**
 * Makes identical entity fetches of one event one request, also when the event comes to several streams. Answers
 * are kept for a moment only, and for one event only: the next event may be about the same entity.
 */
export class EntitySharing {
  readonly #stats: SubscriptionStats
  readonly #kept = new Map<string, SharedRequest>()

  constructor(stats: SubscriptionStats) {
    this.#stats = stats
  }

  /**
   * `request` names the subgraph, the text and the keys; `signal` says that the asker has left. Everybody gets a
   * copy: plans write into what they get.
   */
  async fetch(request: string, sharing: Sharing | null, start: Start, signal: AbortSignal) {
    if (!sharing) {
      this.#stats.entityRequests++
      return start(signal)
    }
    const key = JSON.stringify([sharing.audience, sharing.cursor, request])
    const known = this.#kept.get(key)
    if (known && !known.isAborted) this.#stats.entityRequestsShared++
    const shared = known && !known.isAborted ? known : this.#keep(key, start)
    return copyJson(await shared.join(signal)) as SubgraphAnswer
  }

  #keep(key: string, start: Start): SharedRequest {
    const now = Date.now()
    for (const [oldest, { until }] of this.#kept) {
      if (until > now && this.#kept.size < KEEP_ENTRIES) break
      this.#kept.delete(oldest)
    }
    this.#stats.entityRequests++
    const shared = new SharedRequest(start)
    this.#kept.delete(key)
    this.#kept.set(key, shared)
    shared.answer.catch(() => this.#kept.get(key) === shared && this.#kept.delete(key))
    return shared
  }
}
