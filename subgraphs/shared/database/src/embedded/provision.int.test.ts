import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { databaseUrl, provision } from './index.ts'

let identity: TestDatabase
beforeAll(async () => {
  identity = await createTestDatabase('identity')
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

describe('the roles of the database', () => {
  it('unqualified names are those of the role’s own schema', async () => {
    await query(identity.url, 'CREATE TABLE secret (n int); INSERT INTO secret VALUES (1)')
    expect(await query(identity.url, 'SELECT n FROM identity.secret')).toEqual([{ n: 1 }])
  })

  it.each(['progress', 'curriculum', 'web'])('%s may not read the schema of identity', async (role) => {
    await expect(query(as(role), 'SELECT n FROM identity.secret')).rejects.toThrow(
      'permission denied for schema',
    )
  })

  it('subgraphs share the event bus, and the web has no part in it', async () => {
    for (const role of ['identity', 'curriculum', 'progress'])
      await expect(query(as(role), 'SELECT name FROM bus.queue')).resolves.toEqual([])
    await expect(query(as('web'), 'SELECT name FROM bus.queue')).rejects.toThrow(
      'permission denied for schema',
    )
  })

  it('a table that one subgraph makes in the bus is for the others too', async () => {
    await query(identity.url, 'CREATE TABLE bus.made_by_identity (n int)')
    expect(await query(as('progress'), 'SELECT n FROM bus.made_by_identity')).toEqual([])
  })

  it('provisioning twice at once does no harm', async () => {
    const adminUrl = process.env['TEST_DATABASE_URL'] ?? ''
    await expect(Promise.all([provision({ adminUrl }), provision({ adminUrl })])).resolves.toBeDefined()
  })
})
