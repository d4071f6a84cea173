import { databaseUrl, inboxOf, withClient } from '@kompetanse/database/embedded'
import { createTestDatabase, type TestDatabase } from '@kompetanse/database/testing'
import { createBus, type Bus, type Message, type Transaction } from '@kompetanse/events'
import { defineEvent } from '@kompetanse/schema/events/define'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

interface Told {
  readonly key: string
  readonly turn: number
}

const told = defineEvent('progress.told', v.object({ key: v.string(), turn: v.number() }))
const INBOX = inboxOf('progress')
let own: TestDatabase
let pool: pg.Pool
let bus: Bus
const faults: string[] = []
const heard: Told[] = []
/** What the consumer does with an event beside remembering it. */
let onHeard: (event: Told) => Promise<void>

beforeAll(async () => {
  own = await createTestDatabase('progress')
  pool = new pg.Pool({ connectionString: own.url })
  const onError = ({ message }: Error) => void faults.push(message)
  bus = await createBus({ url: own.url, inbox: INBOX, onError })
  await bus.consume(told, async (event) => {
    await onHeard(event)
    heard.push(event)
  })
})
afterAll(async () => {
  await bus.stop()
  await pool.end()
  await own.drop()
})
beforeEach(() => {
  heard.length = 0
  faults.length = 0
  onHeard = () => Promise.resolve()
})

/** The consumer, started anew. */
async function anotherProcess() {
  bus = await createBus({ url: own.url, inbox: INBOX })
  await bus.consume(told, (event) => Promise.resolve(void heard.push(event)))
}

async function inTransaction(from: pg.Pool, work: (tx: Transaction) => Promise<void>) {
  const client = await from.connect()
  const $queryRawUnsafe = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows
  try {
    await client.query('BEGIN')
    await work({ $queryRawUnsafe } as Transaction)
  } finally {
    await client.query('COMMIT')
    client.release()
  }
}
const publish = (messages: readonly Message<Told>[]) =>
  inTransaction(pool, (tx) => bus.publishAll(tx, told, messages))
const message = (key: string, turn: number): Message<Told> => ({ key, payload: { key, turn } })

describe('the bus', () => {
  test('B02 many at once, and many of one key, are all heard without waiting for the next poll', async () => {
    const strangers = Array.from({ length: 130 }, (_, index) => message(`stranger ${index}`, 0))
    const turns = Array.from({ length: 8 }, (_, turn) => message('one', turn))
    await publish([...strangers, ...turns])
    // Eleven batches: with a poll between each two it would take twenty seconds at the least.
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(138)
    const ofOne = heard.filter(({ key }) => key === 'one').map(({ turn }) => turn)
    expect(ofOne.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  test('B02 an event that cannot be taken is told of and tried again; the others of its batch are heard once', async () => {
    let failures = 0
    onHeard = ({ key }) => {
      if (key !== 'bad' || failures === 1) return Promise.resolve()
      failures += 1
      return Promise.reject(new Error('not this one'))
    }
    await publish([message('good', 1), message('bad', 1), message('fine', 1)])
    await expect.poll(() => heard.length).toBe(3)
    expect(heard.map(({ key }) => key).toSorted()).toEqual(['bad', 'fine', 'good'])
    expect(faults).toEqual(['not this one'])
  })

  test('B02 what a process had in hand when it died is taken by who is left', async () => {
    // The dead process: it has fetched the event, and its heart has not beaten since.
    await bus.stop()
    await publish([message('orphan', 1)])
    const admin = new PgBoss({ connectionString: own.adminUrl, schema: INBOX, migrate: false })
    await admin.start()
    expect(await admin.fetch(told.name)).toHaveLength(1)
    await pool.query(
      `UPDATE ${INBOX}.job SET heartbeat_on = now() - interval '31 s' WHERE name = $1 AND state = 'active'`,
      [told.name],
    )

    await anotherProcess()
    await admin.supervise(told.name)
    await admin.stop()
    await expect.poll(() => heard).toEqual([{ key: 'orphan', turn: 1 }])
  })

  test('B02 what was given up, and what waits for it, is heard by the next process', async () => {
    await bus.stop()
    await publish([message('odd', 1)])
    await pool.query(
      `UPDATE ${INBOX}.job SET state = 'failed', retry_count = retry_limit WHERE singleton_key = 'odd'`,
    )
    await publish([message('odd', 2)])
    await anotherProcess()
    await expect.poll(() => heard.map(({ turn }) => turn)).toEqual([1, 2])
  })
})

describe('between subgraphs', () => {
  const relation = defineEvent('identity.relation', v.object({ key: v.string(), turn: v.number() }))
  const forget = new Set(['id', 'created_on', 'start_after', 'keep_until'])
  let identity: pg.Pool
  beforeAll(() => {
    identity = new pg.Pool({ connectionString: databaseUrl(own.url, { user: 'identity' }) })
  })
  afterAll(() => identity.end())

  test('B02 what identity tells is heard by progress; told by progress it is refused', async () => {
    await bus.consume(relation, (event) => Promise.resolve(void heard.push(event)))
    const tell = (from: pg.Pool) =>
      inTransaction(from, (tx) => bus.publish(tx, relation, 'r', { key: 'r', turn: 1 }))
    await tell(identity)
    await expect.poll(() => heard).toEqual([{ key: 'r', turn: 1 }])
    await expect(tell(pool)).rejects.toThrow('progress may not publish identity.relation')
    expect(heard).toHaveLength(1)
  })

  test('what is published is written as pg-boss writes it', async () => {
    await bus.stop()
    await publish([message('same', 1)])
    const boss = new PgBoss({
      connectionString: own.adminUrl,
      schema: INBOX,
      migrate: false,
      supervise: false,
    })
    await boss.start()
    await boss.insert(told.name, [{ singletonKey: 'same', data: { key: 'same', turn: 1 } }])
    await boss.stop()
    const { rows } = await pool.query<Record<string, unknown>>(
      `SELECT *, keep_until - start_after AS kept FROM ${INBOX}.job WHERE singleton_key = 'same'`,
    )
    const [published, inserted] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !forget.has(column))),
    )
    expect(published).toMatchObject({ name: told.name, policy: 'key_strict_fifo', retry_limit: 20 })
    expect(published).toEqual(inserted)
    await anotherProcess()
  })

  test('B02 connections that the database ends are replaced: what is told then is heard', async () => {
    await withClient(own.adminUrl, (admin) =>
      admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pgboss' AND datname = current_database()",
      ),
    )
    await publish([message('after the cut', 1)])
    await expect.poll(() => heard.map(({ key }) => key)).toContain('after the cut')
  })
})
