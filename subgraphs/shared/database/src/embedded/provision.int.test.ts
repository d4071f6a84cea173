import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSubgraphs } from '../subgraphs.ts'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { databaseUrl, ownerOf, provision, roleOf, withClient } from './index.ts'
import { startTemporaryServer } from './temporary.ts'

const SUBGRAPHS = listSubgraphs().map(({ name }) => name)
const OTHERS = SUBGRAPHS.filter((name) => name !== 'identity').map(roleOf)

let identity: TestDatabase
beforeAll(async () => {
  identity = await createTestDatabase('identity')
  await query(identity.migrationUrl, 'CREATE TABLE secret (n serial, PRIMARY KEY (n))')
})
afterAll(() => identity.drop())

const query = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query(sql)).rows as unknown[])

const as = (user: string) => databaseUrl(identity.adminUrl, { user })

describe('the role with which a subgraph serves', () => {
  it('reads and writes the rows of its own schema, which is where unqualified names are', async () => {
    await query(identity.url, 'INSERT INTO secret VALUES (default); UPDATE secret SET n = 7')
    expect(await query(identity.url, 'SELECT n FROM identity.secret')).toEqual([{ n: 7 }])
    await query(identity.url, 'DELETE FROM secret')
  })

  it.each([
    'ALTER TABLE secret DISABLE TRIGGER ALL',
    'DROP TABLE secret',
    'TRUNCATE secret',
    'CREATE TABLE other (n int)',
    'CREATE TRIGGER guard BEFORE INSERT ON secret EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    'SET ROLE identity_owner',
    'SET session_replication_role = replica',
  ])('may not %s', async (statement) => {
    await expect(query(identity.url, statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it.each([...OTHERS, ...OTHERS.map(ownerOf), 'web'])(
    '%s may not read the schema of identity',
    async (role) => {
      const reading = query(as(role), 'SELECT n FROM identity.secret')
      await expect(reading).rejects.toThrow('permission denied for schema')
    },
  )
})

describe('provisioning', () => {
  it('twice at once does no harm', async () => {
    const adminUrl = process.env['TEST_DATABASE_URL'] ?? ''
    const again = Promise.all([provision({ adminUrl }), provision({ adminUrl })])
    await expect(again).resolves.toEqual([[], []])
  })

  it('takes the tables from a role that served and owned, and leaves it their rows', async () => {
    const { adminUrl, stop } = await startTemporaryServer()
    try {
      expect(await provision({ adminUrl })).toEqual([...SUBGRAPHS.map(roleOf), 'web'])
      const database = databaseUrl(adminUrl, { database: 'kompetanse' })
      await query(database, 'ALTER SCHEMA identity OWNER TO identity')
      const serving = databaseUrl(database, { user: 'identity' })
      await query(serving, 'CREATE TABLE kept (n serial); INSERT INTO kept VALUES (default)')
      await provision({ adminUrl })
      await query(serving, 'INSERT INTO kept VALUES (default)')
      expect(await query(serving, 'SELECT n FROM kept')).toEqual([{ n: 1 }, { n: 2 }])
      await expect(query(serving, 'ALTER TABLE kept ADD m int')).rejects.toThrow('must be owner')
      await query(databaseUrl(database, { user: 'identity_owner' }), 'ALTER TABLE kept ADD m int')
    } finally {
      await stop()
    }
  })

  it('moves what waited in the queues that all shared into the inbox of each, given up or not', async () => {
    const { adminUrl, stop } = await startTemporaryServer()
    try {
      await provision({ adminUrl })
      const database = databaseUrl(adminUrl, { database: 'kompetanse' })
      await query(database, 'GRANT bus TO progress, service_time')
      await fillSharedBus(database)
      await provision({ adminUrl })
      const jobs = (inbox: string) =>
        query(
          database,
          `SELECT name, state, singleton_key AS key, data, source_name AS of FROM ${inbox}.job ORDER BY name DESC, key`,
        )
      const told = (key: string) => ({ name: 'identity.relation', key, data: { key }, of: null })
      expect(await jobs('progress_inbox')).toEqual([
        { ...told('a'), state: 'failed' },
        { ...told('b'), state: 'created' },
        { ...told('a'), name: 'dead-letter', state: 'created', of: 'identity.relation' },
      ])
      expect(await jobs('service_time_inbox')).toEqual([{ ...told('c'), state: 'created' }])
      expect(await jobs('supervision_inbox')).toEqual([])
      expect(await query(database, 'SELECT * FROM bus.listener ORDER BY inbox')).toEqual(
        ['progress_inbox', 'service_time_inbox'].map((inbox) => ({
          ...{ inbox, event: 'identity.relation', name: 'identity.relation' },
        })),
      )
      const as = databaseUrl(database, { user: 'progress' })
      await expect(query(as, 'SET ROLE bus')).rejects.toThrow('permission denied')
      await expect(query(database, 'SELECT 1 FROM bus.job')).rejects.toThrow('does not exist')
    } finally {
      await stop()
    }
  })
})

/** The bus as it was: one pg-boss in the schema `bus`, a queue for each event and consumer, one for what is given up. */
async function fillSharedBus(database: string) {
  const pool = new pg.Pool({ connectionString: database, options: '-c role=bus', max: 1 })
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = new PgBoss({ db, schema: 'bus', createSchema: false, supervise: false })
  await boss.start()
  await boss.createQueue('dead-letter')
  const insert = async (queue: string, keys: readonly string[]) => {
    await boss.createQueue(queue, { policy: 'key_strict_fifo', retryLimit: 0, deadLetter: 'dead-letter' })
    await boss.subscribe('identity.relation', queue)
    const ids = keys.map((key) => ({ singletonKey: key, data: { key } }))
    return (await boss.insert(queue, ids, { returnId: true })) ?? []
  }
  const [given] = await insert('identity.relation.progress', ['a', 'b'])
  await insert('identity.relation.service-time', ['c'])
  await boss.fail('identity.relation.progress', given ?? '')
  await boss.stop({ graceful: false })
  await pool.end()
}
