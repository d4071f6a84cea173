/** Postgres for integration tests: one throw-away server per run, one database per caller. */
import { randomUUID } from 'node:crypto'
import { DATABASE, databaseUrl, ownerOf, provision, roleOf, startTemporaryServer } from './embedded/index.ts'
import { withClient } from './embedded/with-client.ts'
import { migrateSubgraph } from './migrate-subgraph.ts'
import { listSubgraphs } from './subgraphs.ts'

/** Vitest's `globalSetup`: starts the server, and leaves its address in TEST_DATABASE_URL. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startTemporaryServer()
  await provision({ adminUrl: server.adminUrl })
  process.env['TEST_DATABASE_URL'] = server.adminUrl
  return server.stop
}

export interface TestDatabase {
  /** As the role with which the subgraph serves, with its schema as search path: what it gets in production. */
  url: string
  /** As the role that owns the subgraph's tables. A process that finds it in MIGRATION_DATABASE_URL migrates by itself. */
  migrationUrl: string
  /** As the superuser, for what a test must see or break from outside. */
  adminUrl: string
  drop(): Promise<void>
}

/**
 * A fresh database with all roles, empty schemas and the event bus; migrations are not applied yet.
 * MIGRATION_DATABASE_URL names its owner from then on, also to processes that the test starts.
 * Call it in `beforeAll`, and `drop` in `afterAll`.
 */
export async function createTestDatabase(subgraph: string): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL']
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run vitest with the configuration at the root')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  // The lock keeps two files from copying the template at once, which Postgres refuses.
  await withClient(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${DATABASE}`)
  })
  const migrationUrl = databaseUrl(server, { database, user: ownerOf(subgraph) })
  process.env['MIGRATION_DATABASE_URL'] = migrationUrl
  return {
    url: databaseUrl(server, { database, user: roleOf(subgraph) }),
    migrationUrl,
    adminUrl: databaseUrl(server, { database }),
    drop: () =>
      withClient(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
      }),
  }
}

/** One of all subgraphs: everything that they own, and no row. */
export async function createWholeDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase('identity')
  for (const { name } of listSubgraphs())
    await migrateSubgraph(name, databaseUrl(database.adminUrl, { user: ownerOf(name) }))
  return database
}

export interface ServerWithPasswords {
  /** As the superuser, to the portal's database. */
  readonly adminUrl: string
  /** What a container of this role connects with. */
  urlOf(role: string): string
  stop(): Promise<void>
}

/** A server of its own, provisioned as the containers' is: no role gets in without its password. */
export async function startServerWithPasswords(): Promise<ServerWithPasswords> {
  const server = await startTemporaryServer()
  const password = randomUUID()
  await provision({ adminUrl: server.adminUrl, passwordOf: () => password })
  await withClient(server.adminUrl, async (client) => {
    const { rows } = await client.query<{ hba_file: string }>('SHOW hba_file')
    const file = client.escapeLiteral(rows[0]?.hba_file ?? '')
    const lines = "('host all postgres 127.0.0.1/32 trust'), ('host all all 127.0.0.1/32 scram-sha-256')"
    await client.query(`COPY (VALUES ${lines}) TO ${file}`)
    await client.query('SELECT pg_reload_conf()')
  })
  const adminUrl = databaseUrl(server.adminUrl, { database: DATABASE })
  return {
    adminUrl,
    urlOf: (role) => databaseUrl(adminUrl, { user: role, password }),
    stop: server.stop,
  }
}
