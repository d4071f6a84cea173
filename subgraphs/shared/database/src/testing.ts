/** Postgres for integration tests: one throw-away server per run, one database per caller. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { DATABASE, databaseUrl, provision, startTemporaryServer, type Role } from './embedded/index.ts'

/** Vitest's `globalSetup`: starts the server, and leaves its address in TEST_DATABASE_URL. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTemporaryServer()
  await provision({ adminUrl: server.adminUrl })
  process.env['TEST_DATABASE_URL'] = server.adminUrl
  return server.stop
}

export interface TestDatabase {
  /** As the role of the subgraph, with its schema as search path: what the subgraph gets in production. */
  url: string
  /** As the superuser, for what a test must see or break from outside. */
  adminUrl: string
  drop(): Promise<void>
}

/**
 * A fresh database with all roles, empty schemas and the event bus; migrations are not applied yet.
 * Call it in `beforeAll`, and `drop` in `afterAll`.
 */
export async function createTestDatabase(role: Role): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL']
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run vitest with the configuration at the root')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  // The lock keeps two files from copying the template at once, which Postgres refuses.
  await administer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${DATABASE}`)
  })
  return {
    url: databaseUrl(server, { database, user: role }),
    adminUrl: databaseUrl(server, { database }),
    drop: () =>
      administer(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
      }),
  }
}

async function administer(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
