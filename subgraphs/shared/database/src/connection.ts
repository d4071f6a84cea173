import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'

export interface ConnectionOptions {
  /** postgresql://role@host:port/database; a function is called for each new connection. */
  readonly url: string | (() => string)
  /** The subgraph's own schema; its role has rights to that and to its inbox alone. */
  readonly schema: string
  readonly max?: number
}

// One plan per statement, whatever its values: making a plan for a page's joins takes longer than running it.
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan'

/** After which a server that does not answer counts as away; and who waits for a connection that is free gives up. */
const CONNECT_MS = 15_000

/** A pool whose unqualified names are found in the subgraph's own schema. A broken connection is replaced, not fatal. */
export function createPool({ url, schema, max = 10 }: ConnectionOptions): pg.Pool {
  class Client extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: typeof url === 'string' ? url : url() })
      // Between two statements of a transaction nobody else listens: a cut connection would end the process.
      this.on('error', () => undefined)
    }
  }
  const pool = new pg.Pool({
    ...{ Client, max, connectionTimeoutMillis: CONNECT_MS, keepAlive: true },
    options: `-c search_path=${schema} ${ONE_PLAN}`,
  })
  pool.on('error', () => undefined)
  return pool
}

/**
 * How long a command may wait for a connection, and then take, the wait for rows that another one holds included.
 * Together less than the 15 seconds that the gateway waits: whoever is refused has changed nothing.
 */
const TRANSACTION = { maxWait: 6_000, timeout: 8_000 }

/** What a subgraph's Prisma client is made of. */
export interface ClientOptions {
  readonly adapter: PrismaPg
  readonly transactionOptions: typeof TRANSACTION
}

/**
 * For a Prisma client over the pool that it shares with plain SQL. By itself Prisma waits two seconds for a connection
 * and ends a transaction after five: of twenty commands at once most would fail, with no fault of theirs.
 */
export const clientOptions = (pool: pg.Pool, schema: string): ClientOptions => ({
  adapter: new PrismaPg(pool, { schema, statementNameGenerator: createStatementNames() }),
  transactionOptions: TRANSACTION,
})

const MOST_NAMES = 500

/**
 * Names for statements, so that a connection parses and plans each once. A list of ids makes a text per length:
 * what comes after the first few hundred has no name, and is planned each time.
 */
function createStatementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const had = names.get(sql)
    if (had !== undefined || names.size >= MOST_NAMES) return had ?? ''
    const name = `s${names.size}`
    names.set(sql, name)
    return name
  }
}
