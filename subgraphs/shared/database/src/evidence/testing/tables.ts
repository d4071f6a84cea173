import { DIGEST_NAMES } from '@kompetanse/schema/testing/digest-names'
import type pg from 'pg'

export interface Column {
  readonly name: string
  readonly type: string
  /** `e`: an enum; `A`: an array. */
  readonly kind: string
  readonly nullable: boolean
  /** The table that it refers to; another row of that is another value. */
  readonly refers: string | null
}

export interface Table {
  readonly name: string
  /** With its schema, as a statement says it whatever is searched. */
  readonly relation: string
  readonly columns: readonly Column[]
  /** What makes it one: a digest or a signer of its own, a record of what it says, or that it hangs on such a row. */
  readonly because: 'DIGEST' | 'PART' | 'RECORDED' | 'SIGNER'
}

const COLUMNS = `
  SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
    CASE WHEN t.typcategory = 'A' THEN 'A' ELSE t.typtype END AS kind,
    (SELECT n.nspname || '.' || c.relname FROM pg_constraint f
     JOIN pg_class c ON c.oid = f.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum] LIMIT 1) AS refers
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`

/** Begins the name of a column that says who signed, or when. */
const SIGNERS = '^(signed|decided|approved|finalised|rejected)_'

/** Tables that look like it and hold nothing that anybody signed, and why; without a schema, in each. */
export const NOT_SIGNED: Readonly<Record<string, string>> = {
  _prisma_migrations: 'the checksum of a text of this repository',
  'curriculum.proposal': 'of no trainee, and each decision is in change_history, which is written once',
}

// Of the schema that is searched: tables with a digest or a signer; with a view that says what is intact; and what refers
// to those, however far.
const TABLES = `
  WITH RECURSIVE own AS (
    SELECT c.oid, c.relname FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') 
      AND NOT ARRAY[c.relname, current_schema() || '.' || c.relname] && $3
  ), signed AS (
    SELECT own.*, 'DIGEST' AS because FROM own JOIN pg_attribute a ON a.attrelid = own.oid WHERE a.attname ~* $1
    UNION SELECT own.*, 'SIGNER' FROM own JOIN pg_attribute a ON a.attrelid = own.oid WHERE a.attname ~* $2
    UNION SELECT own.*, 'RECORDED' FROM own JOIN pg_class v ON v.relname = own.relname || '_evidence'
      AND v.relkind = 'v' AND v.relnamespace = current_schema()::regnamespace
    UNION SELECT own.*, 'PART' FROM own JOIN pg_constraint f ON f.conrelid = own.oid AND f.contype = 'f'
      JOIN signed ON signed.oid = f.confrelid
  )
  SELECT relname AS name, current_schema() || '.' || relname AS relation, min(because) AS because
  FROM signed GROUP BY relname ORDER BY relname`

/** Every table of the searched schema that holds something signed, or is part of it, as the catalogue has them. */
export async function signedTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Omit<Table, 'columns'>>(TABLES, [
    DIGEST_NAMES,
    SIGNERS,
    Object.keys(NOT_SIGNED),
  ])
  const tables: Table[] = []
  for (const row of rows) {
    const { rows: columns } = await client.query<Column>(COLUMNS, [row.relation])
    tables.push({ ...row, columns })
  }
  return tables
}
