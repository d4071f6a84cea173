import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from './embedded/with-client.ts'

/** The migrations of one schema. */
export interface Migrations {
  readonly schema: string
  /** A folder per migration, as Prisma writes them. */
  readonly folder: string
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

// Prisma's own table and checksum, so that its command line reads the same history.
const HISTORY = `CREATE TABLE _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

// Who serves reads which migrations there were, and writes none; its role is called as its schema.
const READ_ONLY = `DO $$ BEGIN
  IF current_user <> current_schema() AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_schema()) THEN
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM %I', current_schema());
  END IF;
END $$`

/**
 * Applies the migrations that the schema has not had, in the order of their names, and returns their names. `url` is
 * that of the schema's owner. Who starts at the same time waits on an advisory lock, so each migration runs once.
 * Throws when a migration that was applied has been changed since.
 */
export const applyMigrations = (options: Migrations & { readonly url: string }): Promise<readonly string[]> =>
  withClient(options, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [`migrate:${options.schema}`])
    if (!(await hasHistory(client))) await client.query(HISTORY)
    await client.query(READ_ONLY)
    const pending = await pendingOf(client, options.folder)
    for (const migration of pending) await applyOne(client, migration)
    return pending.map(({ name }) => name)
  })

/**
 * For who serves, at `url`, and may change no table: throws when the schema lacks a migration, naming it, or has had one
 * that has been changed since.
 */
export const requireMigrations = (options: Migrations & { readonly url: string }): Promise<void> =>
  withClient(options, async (client) => {
    const pending = await pendingOf(client, options.folder)
    if (pending.length === 0) return
    const names = pending.map(({ name }) => name).join(', ')
    throw new Error(`the schema ${options.schema} lacks ${names}: migrate first, as its owner`)
  })

async function hasHistory(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: string | null }>(
    "SELECT to_regclass('_prisma_migrations') AS there",
  )
  return typeof rows[0]?.there === 'string'
}

async function pendingOf(client: pg.Client, folder: string): Promise<readonly Migration[]> {
  const had = new Map<string, string>()
  if (await hasHistory(client)) {
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    for (const row of rows) had.set(row.migration_name, row.checksum)
  }
  const migrations = await readMigrations(folder)
  const changed = migrations.find(({ name, checksum }) => (had.get(name) ?? checksum) !== checksum)
  if (changed) throw new Error(`migration ${changed.name} was changed after it was applied`)
  return migrations.filter(({ name }) => !had.has(name))
}

// A query without parameters uses the simple protocol: all statements of the file are one transaction.
async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const row = [randomUUID(), checksum, name].map((value) => client.escapeLiteral(value)).join(', ')
  const record = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (${row}, now(), 1)`
  await client.query(`BEGIN;\n${sql};\n${record};\nCOMMIT;`).catch(async (error: unknown) => {
    await client.query('ROLLBACK')
    throw new Error(`migration ${name} failed`, { cause: error })
  })
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.toSorted().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
