import type { GraphQLDataSource } from '@apollo/gateway'
import type { SubscriptionStats } from './stats.ts'

type DataSource = Pick<GraphQLDataSource, 'process'>
type Options = Parameters<GraphQLDataSource['process']>[0]
type Response = Awaited<ReturnType<GraphQLDataSource['process']>>

/** What two fetches must agree on, besides their text and keys, to be one. */
export interface Sharing {
  /** Who may see the answer. */
  readonly audience: string
  /** The event; an answer is never older than the event that it belongs to. */
  readonly cursor: string
}

const KEEP_MS = 2_000
const KEEP_ENTRIES = 2_000

/**
 * Makes identical entity fetches of one event one request, also when the event comes to several streams. Answers
 * are kept for a moment only, and for one event only: the next event may be about the same entity.
 */
export class EntitySharing {
  readonly #stats: SubscriptionStats
  readonly #answers = new Map<string, { readonly answer: Promise<Response>; readonly until: number }>()

  constructor(stats: SubscriptionStats) {
    this.#stats = stats
  }

  wrap(name: string, source: DataSource, sharing: Sharing | null): DataSource {
    return { process: (options) => this.#process(name, source, sharing, options) }
  }

  async #process(
    name: string,
    source: DataSource,
    sharing: Sharing | null,
    options: Options,
  ): Promise<Response> {
    if (!sharing) return this.#fetch(source, options)
    const { query, variables } = options.request
    const key = JSON.stringify([sharing.audience, sharing.cursor, name, query, variables])
    const known = this.#answers.get(key)
    if (known) this.#stats.entityRequestsShared++
    const answer = known?.answer ?? this.#fetch(source, options)
    if (!known) this.#keep(key, answer)
    // Each plan writes into what it gets, so nobody gets the same object.
    const { data, ...response } = await answer
    return data === undefined ? response : { ...response, data: structuredClone(data) }
  }

  #fetch(source: DataSource, options: Options): Promise<Response> {
    this.#stats.entityRequests++
    return source.process(options)
  }

  #keep(key: string, answer: Promise<Response>) {
    const now = Date.now()
    for (const [oldest, { until }] of this.#answers) {
      if (until > now && this.#answers.size < KEEP_ENTRIES) break
      this.#answers.delete(oldest)
    }
    this.#answers.set(key, { answer, until: now + KEEP_MS })
    answer.catch(() => this.#answers.delete(key))
  }
}
