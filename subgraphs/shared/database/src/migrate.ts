import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

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
 * Applies the migrations of `folder` that the schema has not had, in the order of their names; returns their names.
 * Does so as the owner of the schema, whom MIGRATION_DATABASE_URL names; where there is none, as `url`, which serves.
 * Replicas that start at once wait for each other on an advisory lock, so each migration runs once.
 * Throws when a migration that was applied has been changed since.
 */
export async function applyMigrations(options: {
  readonly url: string
  readonly schema: string
  readonly folder: string
}): Promise<readonly string[]> {
  const client = new pg.Client({
    connectionString: ownerUrl(options.url),
    options: `-c search_path=${options.schema}`,
  })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [`migrate:${options.schema}`])
    // Who only serves may find that nothing is pending, and could not ask for the table.
    const { rows } = await client.query<{ there: string | null }>(
      "SELECT to_regclass('_prisma_migrations') AS there",
    )
    if (!rows[0]?.there) await client.query(HISTORY)
    await client.query(READ_ONLY)
    return await applyPending(client, await readMigrations(options.folder))
  } finally {
    await client.end()
  }
}

function ownerUrl(url: string): string {
  const owner = process.env['MIGRATION_DATABASE_URL'] ?? url
  const database = (address: string) => new URL(address).host + new URL(address).pathname
  if (database(owner) !== database(url))
    throw new Error('MIGRATION_DATABASE_URL and DATABASE_URL name different databases')
  return owner
}

async function applyPending(client: pg.Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const had = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const applied: string[] = []
  for (const migration of migrations) {
    const checksum = had.get(migration.name)
    if (checksum === migration.checksum) continue
    if (checksum !== undefined)
      throw new Error(`migration ${migration.name} was changed after it was applied`)
    await applyOne(client, migration)
    applied.push(migration.name)
  }
  return applied
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
