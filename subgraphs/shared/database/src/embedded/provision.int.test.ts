import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSubgraphs } from '../subgraphs.ts'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { databaseUrl, ownerOf, provision, roleOf } from './index.ts'
import { startTemporaryServer } from './temporary.ts'

const SUBGRAPHS = listSubgraphs().map(({ name }) => name)
const OTHERS = SUBGRAPHS.filter((name) => name !== 'identity').map(roleOf)

let identity: TestDatabase
beforeAll(async () => {
  identity = await createTestDatabase('identity')
  await query(identity.migrationUrl, 'CREATE TABLE secret (n serial, PRIMARY KEY (n))')
})
afterAll(() => identity.drop())

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as unknown[]
  } finally {
    await client.end()
  }
}

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
    'CREATE TABLE bus.other (n int REFERENCES secret)',
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

describe('the event bus', () => {
  it('is shared by who serves; the web and those who migrate have no part in it', async () => {
    for (const role of SUBGRAPHS.map(roleOf))
      await expect(query(as(role), 'SELECT name FROM bus.queue')).resolves.toEqual([])
    for (const role of ['web', ...SUBGRAPHS.map(ownerOf)])
      await expect(query(as(role), 'SELECT name FROM bus.queue')).rejects.toThrow(
        'permission denied for schema',
      )
  })

  it('has what one subgraph makes in it for the others too', async () => {
    await query(identity.url, 'CREATE TABLE bus.made_by_identity (n int)')
    expect(await query(as('progress'), 'SELECT n FROM bus.made_by_identity')).toEqual([])
  })
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
      await query(database, 'CREATE TABLE bus.there (n int); ALTER TABLE bus.there OWNER TO identity')
      await provision({ adminUrl })
      await query(serving, 'INSERT INTO kept VALUES (default)')
      expect(await query(serving, 'SELECT n FROM kept')).toEqual([{ n: 1 }, { n: 2 }])
      await expect(query(serving, 'ALTER TABLE kept ADD m int')).rejects.toThrow('must be owner')
      await query(databaseUrl(database, { user: 'identity_owner' }), 'ALTER TABLE kept ADD m int')
    } finally {
      await stop()
    }
  })
})
