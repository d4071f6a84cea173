import { Pool } from 'undici'

/** One process of a subgraph. */
export interface Replica {
  readonly pool: Pool
  readonly path: string
  /** Epoch milliseconds until which others are preferred. */
  avoidUntil: number
}

export interface ReplicaOptions {
  readonly connections: number
  readonly timeoutMs: number
}

/** How long a replica that refused a connection is left alone. */
const AVOID_MS = 1000

/** The processes of one subgraph, taken in turn. */
export class Replicas {
  readonly urls: readonly string[]
  readonly #replicas: Replica[]
  #turn = 0

  constructor(urls: readonly string[], { connections, timeoutMs }: ReplicaOptions) {
    this.urls = urls
    this.#replicas = urls.map((text) => {
      const url = new URL(text)
      const timeouts = {
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        connectTimeout: Math.min(timeoutMs, 2000),
      }
      const pool = new Pool(url.origin, { connections, pipelining: 1, keepAliveTimeout: 30_000, ...timeouts })
      return { pool, path: url.pathname + url.search, avoidUntil: 0 }
    })
  }

  /** Every replica once, the next in turn first and those lately unreachable last. */
  inTurn(): readonly Replica[] {
    if (this.#replicas.length === 1) return this.#replicas
    const start = this.#turn++ % this.#replicas.length
    const order = [...this.#replicas.slice(start), ...this.#replicas.slice(0, start)]
    const now = Date.now()
    return [...order.filter((r) => r.avoidUntil <= now), ...order.filter((r) => r.avoidUntil > now)]
  }

  avoid(replica: Replica): void {
    replica.avoidUntil = Date.now() + AVOID_MS
  }

  /** Lets what is under way finish. */
  close(): Promise<void[]> {
    return Promise.all(this.#replicas.map(({ pool }) => pool.close()))
  }
}
