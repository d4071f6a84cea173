import { createPool } from '@kompetanse/database'
import { databaseUrl, loginRoles } from '@kompetanse/database/embedded'
import { createTestDatabase, type TestDatabase } from '@kompetanse/database/testing'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEventLog, type EventLog } from './event-log.ts'

let own: TestDatabase
let pool: ReturnType<typeof createPool>
let log: EventLog<string>

beforeAll(async () => {
  own = await createTestDatabase('progress')
  const owner = createPool({ url: own.migrationUrl, schema: 'progress', max: 1 })
  await owner.query(`CREATE TABLE note (
    id bigserial PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(), words text NOT NULL,
    at timestamptz(3) NOT NULL DEFAULT now())`)
  await owner.end()
  pool = createPool({ url: own.url, schema: 'progress' })
  log = createEventLog<string>({
    subgraph: { pool, schema: 'progress', url: () => own.url },
    ...{ table: 'note', channel: 'progress_note', columns: ['words'] },
    toEvent: ({ words }) => words as string,
  })
})
afterAll(async () => {
  await log.stop()
  await pool.end()
  await own.drop()
})

/** A transaction that has written, and is then forgotten. Resolves with how the database ended it. */
async function forget(role: string) {
  const client = new pg.Client({ connectionString: databaseUrl(own.adminUrl, { user: role }) })
  const ended = new Promise<[string, string | undefined]>((resolve) => {
    client.on('error', (error) => resolve([role, (error as pg.DatabaseError).code]))
  })
  await client.connect()
  await client.query('BEGIN')
  await client.query('SELECT pg_current_xact_id()')
  return { ended }
}

const IDLE_IN_TRANSACTION = '25P03'

test('B02 a transaction that any role forgets holds a live queue back no longer than ten seconds', async () => {
  const roles = loginRoles().map(({ role }) => role)
  const events = await log.subscribe({ after: null, wants: () => true, look: (words) => ({ words }) })
  const next = events.next()
  const since = Date.now()
  const forgotten = await Promise.all(roles.map(forget))
  await pool.query("INSERT INTO note (words) VALUES ('behind them')")

  expect((await next).value).toMatchObject({ words: 'behind them' })
  const waited = Date.now() - since
  // Control: they did hold it back.
  expect(waited).toBeGreaterThan(9_000)
  expect(waited).toBeLessThan(15_000)
  const ends = await Promise.all(forgotten.map(({ ended }) => ended))
  expect(ends).toEqual(roles.map((role) => [role, IDLE_IN_TRANSACTION]))
  await events.return?.()
})

test('B02 the pool lives on when the database ends a transaction that was forgotten', async () => {
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query("SET LOCAL idle_in_transaction_session_timeout = '50ms'")
  const ended = new Promise((resolve) => client.once('end', resolve))
  await ended
  await expect(client.query('SELECT 1')).rejects.toThrow()
  client.release(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})
