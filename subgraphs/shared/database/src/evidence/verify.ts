import type pg from 'pg'

/** A row that differs from its record, or a record whose row is gone. */
export interface Broken {
  /** `progress.learning_activity` */
  readonly table: string
  readonly id: string
}

/** What all the records of a table up to a number come to: kept elsewhere, it tells later whether one was changed. */
export interface Seal {
  readonly table: string
  readonly records: number
  readonly upTo: string
  /** SHA-256, hex, of the records in their order. */
  readonly sha256: string
}

const listViews = async (client: pg.ClientBase) =>
  (
    await client.query<{ view: string; table: string }>(`
      SELECT c.oid::regclass::text AS view, n.nspname || '.' || regexp_replace(c.relname, '_evidence$', '') AS table
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'v' AND c.relname LIKE '%\\_evidence' AND has_schema_privilege(n.oid, 'USAGE') ORDER BY 2`)
  ).rows

/** Walks all that is signed, and all records, of the schemas that the connection may read. */
export async function findBroken(client: pg.ClientBase): Promise<readonly Broken[]> {
  const broken: Broken[] = []
  for (const { view, table } of await listViews(client)) {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${view} WHERE NOT stands ORDER BY id`)
    broken.push(...rows.map(({ id }) => ({ table, id })))
  }
  return broken
}

const listRecords = async (client: pg.ClientBase) =>
  (
    await client.query<{ table: string }>(`
      SELECT n.nspname || '.' || c.relname AS table
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE t.tgname = 'numbered' AND has_schema_privilege(n.oid, 'USAGE') ORDER BY 1`)
  ).rows

// Times are sealed as they read.
const UTC = "SET TIME ZONE 'UTC'"

async function sealOf(client: pg.ClientBase, table: string, upTo: string | null): Promise<Seal> {
  const { rows } = await client.query<{ records: number; upTo: string; sha256: string }>(
    `SELECT count(*)::int AS records, coalesce(max(sequence), 0)::text AS "upTo",
       encode(sha256(convert_to(coalesce(string_agg(to_jsonb(r)::text, E'\\n' ORDER BY sequence), ''), 'UTF8')), 'hex') AS sha256
     FROM ${table} r WHERE sequence <= coalesce($1::bigint, 9223372036854775807)`,
    [upTo],
  )
  return { table, ...(rows[0] as Omit<Seal, 'table'>) }
}

/**
 * The seals of all records that the connection may lock: as the owner of a schema, or as the superuser. Waits for who
 * writes one at this moment, so that no earlier number comes later.
 */
export async function sealRecords(client: pg.ClientBase): Promise<readonly Seal[]> {
  const seals: Seal[] = []
  await client.query(UTC)
  for (const { table } of await listRecords(client)) {
    await client.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`)
    seals.push(await sealOf(client, table, null))
    await client.query('COMMIT')
  }
  return seals
}

/** Those of the earlier seals that the records no longer come to: one of them was changed, removed or put among them. */
export async function findUnsealed(client: pg.ClientBase, seals: readonly Seal[]): Promise<readonly Seal[]> {
  const unsealed: Seal[] = []
  await client.query(UTC)
  for (const seal of seals) {
    const { records, sha256 } = await sealOf(client, seal.table, seal.upTo)
    if (records !== seal.records || sha256 !== seal.sha256) unsealed.push(seal)
  }
  return unsealed
}
