import { createHash, randomBytes } from 'node:crypto'
import { onceThere } from '@kompetanse/schema/process/database-away'
import pg from 'pg'
import type { Log } from './log.ts'
import type { ProofKey } from './proof-key.ts'
import type { Seal } from './seal.ts'

/** What the identity provider gave for one sign-in. */
export type Tokens = {
  accessToken: string
  refreshToken: string | undefined
  idToken: string | undefined
  /** What the tokens are bound to. */
  proofKey: ProofKey
  /** Milliseconds since the epoch. */
  accessExpiresAt: number
}

/** Hands back new tokens, or undefined when the identity provider no longer vouches for the person. */
type Renew = (tokens: Tokens) => Promise<Tokens | undefined>

/** The sessions of everybody who is signed in. A session's id is known to its browser only; here lies its hash. */
export interface Sessions {
  /** @returns the id that goes into the browser's cookie */
  start(tokens: Tokens): Promise<string>
  /** @returns undefined when there is no such session any more */
  tokens(id: string): Promise<Tokens | undefined>
  /**
   * Replaces the tokens by what `renew` returns unless somebody else has just done so. One at a time per session,
   * over all web servers: a refresh token can be used once. Ends the session when `renew` returns undefined.
   */
  renew(id: string, isFresh: (tokens: Tokens) => boolean, renew: Renew): Promise<Tokens | undefined>
  /** @returns whole seconds until the session ends; undefined when there is none any more */
  secondsLeft(id: string): Promise<number | undefined>
  /** Lets a living session last as long as a new one. @returns the seconds that it has then */
  prolong(id: string): Promise<number | undefined>
  /** @returns the tokens that the session had */
  end(id: string): Promise<Tokens | undefined>
  /** Whether the database answers now. */
  isThere(): Promise<boolean>
  close(): Promise<void>
}

const TABLE = `
  create table if not exists web.session (
    id_hash bytea primary key,
    sealed_tokens bytea not null,
    started_at timestamptz not null default now(),
    expires_at timestamptz not null
  );
  create index if not exists session_expires_at on web.session (expires_at)`

const TABLE_LOCK = 0x77656273
const CLEANING_MS = 15 * 60_000

const hash = (id: string): Buffer => createHash('sha256').update(id).digest()

type Row = { sealed_tokens: Buffer }
type Left = { seconds_left: number }

const LEFT = 'floor(extract(epoch from expires_at - now()))::int as seconds_left'

/** Two web servers may start in one instant: the lock lets one of them create the table. */
const createTable = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [TABLE_LOCK])
    await client.query(TABLE)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

const renewLocked = async (
  client: pg.PoolClient,
  seal: Seal,
  idHash: Buffer,
  [isFresh, renew]: [(tokens: Tokens) => boolean, Renew],
): Promise<Tokens | undefined> => {
  const found = await client.query<Row>(
    'select sealed_tokens from web.session where id_hash = $1 and expires_at > now() for update',
    [idHash],
  )
  const row = found.rows[0]
  const tokens = row && (seal.open(row.sealed_tokens) as Tokens | undefined)
  if (!tokens || isFresh(tokens)) return tokens
  const renewed = await renew(tokens)
  if (renewed)
    await client.query('update web.session set sealed_tokens = $2 where id_hash = $1', [
      idHash,
      seal.close(renewed),
    ])
  else await client.query('delete from web.session where id_hash = $1', [idHash])
  return renewed
}

/** A connection that breaks is replaced; without listeners it would end the process, idle or amid a transaction. */
const openPool = (connectionString: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max: 10, connectionTimeoutMillis: 15_000, keepAlive: true })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

const answers = (pool: pg.Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  )

/** Waits for a database that is away. @throws when it refuses the table */
export const openSessions = async (
  databaseUrl: string,
  seal: Seal,
  hours: number,
  log: Log,
): Promise<Sessions> => {
  const pool = openPool(databaseUrl)
  await onceThere(
    () => createTable(pool),
    (error) => log.error('the database is away', error),
  )
  const clean = () =>
    void pool.query('delete from web.session where expires_at < now()').catch(() => undefined)
  const cleaning = setInterval(clean, CLEANING_MS)
  cleaning.unref()
  const opened = (row: Row | undefined) => row && (seal.open(row.sealed_tokens) as Tokens | undefined)

  return {
    async start(tokens) {
      const id = randomBytes(32).toString('base64url')
      await pool.query(
        'insert into web.session (id_hash, sealed_tokens, expires_at) values ($1, $2, now() + make_interval(hours => $3))',
        [hash(id), seal.close(tokens), hours],
      )
      return id
    },
    async tokens(id) {
      const found = await pool.query<Row>(
        'select sealed_tokens from web.session where id_hash = $1 and expires_at > now()',
        [hash(id)],
      )
      return opened(found.rows[0])
    },
    async secondsLeft(id) {
      const found = await pool.query<Left>(
        `select ${LEFT} from web.session where id_hash = $1 and expires_at > now()`,
        [hash(id)],
      )
      return found.rows[0]?.seconds_left
    },
    async prolong(id) {
      const found = await pool.query<Left>(
        `update web.session set expires_at = now() + make_interval(hours => $2)
         where id_hash = $1 and expires_at > now() returning ${LEFT}`,
        [hash(id), hours],
      )
      return found.rows[0]?.seconds_left
    },
    async renew(id, isFresh, renew) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const tokens = await renewLocked(client, seal, hash(id), [isFresh, renew])
        await client.query('commit')
        return tokens
      } catch (error) {
        await client.query('rollback').catch(() => undefined)
        throw error
      } finally {
        client.release()
      }
    },
    async end(id) {
      const found = await pool.query<Row>(
        'delete from web.session where id_hash = $1 returning sealed_tokens',
        [hash(id)],
      )
      return opened(found.rows[0])
    },
    isThere: () => answers(pool),
    async close() {
      clearInterval(cleaning)
      await pool.end()
    },
  }
}
