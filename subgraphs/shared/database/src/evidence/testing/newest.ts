/** For tests: whether the newest migration runs where something is signed, which an empty database never shows. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from '../../embedded/index.ts'
import { applyMigrations } from '../../migrate.ts'
import { migrationsOf } from '../../migrate-subgraph.ts'
import { createTestDatabase } from '../../testing.ts'
import { findBroken } from '../verify.ts'

export { migrationsOf }

type Rows = Readonly<Record<string, readonly string[]>>

export interface Newest {
  /** Rows by table, before and after. */
  readonly before: Readonly<Record<string, number>>
  readonly after: Readonly<Record<string, number>>
  /** What is signed and does not stand any more. */
  readonly broken: Awaited<ReturnType<typeof findBroken>>
}

/**
 * Takes all rows of a subgraph to a database that is one migration behind, and applies the newest of the folder there, as
 * the owner does. Throws what the migration throws.
 */
export async function applyNewest(
  adminUrl: string,
  subgraph: string,
  { schema, folder } = migrationsOf(subgraph),
): Promise<Newest> {
  const names = (await readdir(folder)).filter((name) => /^\d/.test(name)).toSorted()
  const former = await mkdtemp(join(tmpdir(), 'former-'))
  const owner = process.env['MIGRATION_DATABASE_URL']
  const database = await createTestDatabase(subgraph)
  try {
    for (const name of names.slice(0, -1))
      await cp(join(folder, name), join(former, name), { recursive: true })
    await applyMigrations({ url: database.migrationUrl, schema, folder: former })
    const rows = await withClient({ url: adminUrl, schema }, readRows)
    await withClient({ url: database.adminUrl, schema }, (client) => writeRows(client, rows))
    await applyMigrations({ url: database.migrationUrl, schema, folder })
    const now = await withClient({ url: database.adminUrl, schema }, readRows)
    const broken = await withClient(database.adminUrl, findBroken)
    return { before: count(rows), after: count(now), broken }
  } finally {
    await database.drop()
    await rm(former, { recursive: true })
    if (owner) process.env['MIGRATION_DATABASE_URL'] = owner
  }
}

const count = (rows: Rows) =>
  Object.fromEntries(Object.entries(rows).flatMap(([name, all]) => (all.length ? [[name, all.length]] : [])))

const TABLES = `SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
  ORDER BY table_name`

async function readRows(client: pg.Client): Promise<Rows> {
  const tables = await client.query<{ name: string }>(TABLES)
  const all: Record<string, readonly string[]> = {}
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

/** Past guards and keys to other tables: what is written stood in the other database. */
async function writeRows(client: pg.Client, all: Rows): Promise<void> {
  await client.query('SET session_replication_role = replica')
  for (const { name } of (await client.query<{ name: string }>(TABLES)).rows) {
    // What a migration has put there itself is among what is read.
    await client.query(`DELETE FROM "${name}"`)
    const rows = all[name] ?? []
    const columns = await columnsOf(client, name, rows[0])
    if (columns.length === 0) continue
    await client.query(
      `INSERT INTO "${name}" (${columns.join()}) OVERRIDING SYSTEM VALUE
       SELECT ${columns.join()} FROM unnest($1::jsonb[]) AS row, jsonb_populate_record(NULL::"${name}", row)`,
      [rows],
    )
  }
}

/** Those that the table had before and has since, without what it computes itself. */
async function columnsOf(client: pg.Client, table: string, row = '{}'): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER' AND $2::jsonb ? column_name`,
    [table, row],
  )
  return rows.map(({ name }) => `"${name}"`)
}
