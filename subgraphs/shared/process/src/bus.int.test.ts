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

const told = defineEvent('test.told', v.object({ key: v.string(), turn: v.number() }))
const QUEUE = 'test.told.listener'
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
  bus = await createBus({ url: own.url, name: 'listener', onError })
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
  bus = await createBus({ url: own.url, name: 'listener' })
  await bus.consume(told, (event) => Promise.resolve(void heard.push(event)))
}

/** Publishes in one transaction. */
async function publish(messages: readonly Message<Told>[]) {
  const client = await pool.connect()
  const $queryRawUnsafe = async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows
  await client.query('BEGIN')
  await bus.publishAll({ $queryRawUnsafe } as Transaction, told, messages)
  await client.query('COMMIT')
  client.release()
}
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
    const admin = new PgBoss({ connectionString: own.adminUrl, schema: 'bus', migrate: false })
    await admin.start()
    expect(await admin.fetch(QUEUE)).toHaveLength(1)
    await pool.query(
      "UPDATE bus.job SET heartbeat_on = now() - interval '31 s' WHERE name = $1 AND state = 'active'",
      [QUEUE],
    )

    await anotherProcess()
    await admin.supervise(QUEUE)
    await admin.stop()
    await expect.poll(() => heard).toEqual([{ key: 'orphan', turn: 1 }])
  })

  test('B02 what was given up, and what waits for it, is heard by the next process', async () => {
    await bus.stop()
    await publish([message('odd', 1)])
    await pool.query(
      "UPDATE bus.job SET state = 'failed', retry_count = retry_limit WHERE singleton_key = 'odd'",
    )
    await publish([message('odd', 2)])
    await anotherProcess()
    await expect.poll(() => heard.map(({ turn }) => turn)).toEqual([1, 2])
  })
})
