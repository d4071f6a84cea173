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

const KEEP_MS = 2_000
const KEEP_ENTRIES = 2_000

interface Kept {
  readonly answer: Promise<SubgraphAnswer>
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

  /** `request` names the subgraph, the text and the keys. Everybody gets a copy: plans write into what they get. */
  async fetch(request: string, sharing: Sharing | null, start: () => Promise<SubgraphAnswer>) {
    if (!sharing) return this.#start(start)
    const key = JSON.stringify([sharing.audience, sharing.cursor, request])
    const known = this.#kept.get(key)
    if (known) this.#stats.entityRequestsShared++
    const answer = known?.answer ?? this.#keep(key, this.#start(start))
    return copyJson(await answer) as SubgraphAnswer
  }

  #start(start: () => Promise<SubgraphAnswer>): Promise<SubgraphAnswer> {
    this.#stats.entityRequests++
    return start()
  }

  #keep(key: string, answer: Promise<SubgraphAnswer>): Promise<SubgraphAnswer> {
    const now = Date.now()
    for (const [oldest, { until }] of this.#kept) {
      if (until > now && this.#kept.size < KEEP_ENTRIES) break
      this.#kept.delete(oldest)
    }
    this.#kept.set(key, { answer, until: now + KEEP_MS })
    answer.catch(() => this.#kept.delete(key))
    return answer
  }
}
