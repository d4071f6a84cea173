import { Pool } from 'undici'
import { UNDERSTOOD } from '../content-coding/decode.ts'
import { readAddress, type Address } from './address.ts'
import { Balancer } from './balancer.ts'

/** One process of a subgraph. */
export interface Replica {
  readonly pool: Pool
  /** The path of its GraphQL endpoint. */
  readonly path: string
  /** Headers of every request to it. */
  readonly headers: Readonly<Record<string, string>>
}

export interface ReplicaOptions {
  readonly connections: number
  /** Milliseconds after which a replica that takes no connection is given up; at most two seconds. */
  readonly timeoutMs: number
}

const LONGEST_CONNECT_MS = 2000
const KEEP_ALIVE_MS = 30_000

/**
 * Requests a compressed answer of other machines only: on one machine compression costs more than the bytes. An answer
 * that is compressed anyway is decoded.
 */
const headersTo = ({ onThisMachine }: Address) => (onThisMachine ? {} : { 'accept-encoding': UNDERSTOOD })

function createReplica(address: Address, { connections, timeoutMs }: ReplicaOptions): Replica {
  const { origin, path, socketPath } = address
  const pool = new Pool(origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectTimeout: Math.min(timeoutMs, LONGEST_CONNECT_MS),
    // Each exchange has one deadline for all of it; undici's would begin anew with every chunk.
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(socketPath && { socketPath }),
  })
  return { pool, path, headers: headersTo(address) }
}

/** The processes of one subgraph. */
export class Replicas extends Balancer<Replica> {
  readonly urls: readonly string[]
  readonly #pools: readonly Pool[]
  #closed: Promise<unknown> | undefined

  constructor(urls: readonly string[], options: ReplicaOptions) {
    const replicas = urls.map((url) => createReplica(readAddress(url), options))
    super(replicas)
    this.urls = urls
    this.#pools = replicas.map(({ pool }) => pool)
  }

  /** Lets what is under way finish, and begins nothing more. */
  async close(): Promise<void> {
    this.#closed ??= Promise.all(this.#pools.map((pool) => pool.close()))
    await this.#closed
  }
}
