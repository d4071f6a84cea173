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
  /** What makes it one: a digest of its own, a record of what it says, or that it hangs on such a row. */
  readonly because: 'DIGEST' | 'RECORDED' | 'PART'
}

const COLUMNS = `
  SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
    CASE WHEN t.typcategory = 'A' THEN 'A' ELSE t.typtype END AS kind,
    (SELECT n.nspname || '.' || c.relname FROM pg_constraint f
     JOIN pg_class c ON c.oid = f.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum] LIMIT 1) AS refers
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`

// Of the schema that is searched: tables with a digest; with a view that says what stands; and what refers to those.
const TABLES = `
  WITH own AS (
    SELECT c.oid, c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
  ), digest AS (
    SELECT DISTINCT own.* FROM own JOIN pg_attribute a ON a.attrelid = own.oid WHERE a.attname LIKE '%digest%'
  ), recorded AS (
    SELECT own.* FROM own JOIN pg_class v ON v.relname = own.relname || '_evidence' AND v.relkind = 'v'
      AND v.relnamespace = current_schema()::regnamespace
  ), part AS (
    SELECT DISTINCT own.* FROM own JOIN pg_constraint f ON f.conrelid = own.oid AND f.contype = 'f'
      AND f.confrelid IN (SELECT oid FROM recorded)
  )
  SELECT relname AS name, current_schema() || '.' || relname AS relation, min(because) AS because FROM (
    SELECT relname, 'DIGEST' AS because FROM digest UNION ALL SELECT relname, 'RECORDED' FROM recorded
    UNION ALL SELECT relname, 'PART' FROM part) all_of_them
  GROUP BY relname ORDER BY relname`

/** Every table of the searched schema that holds something signed, or is part of it, as the catalogue has them. */
export async function signedTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Omit<Table, 'columns'>>(TABLES)
  const tables: Table[] = []
  for (const row of rows) {
    const { rows: columns } = await client.query<Column>(COLUMNS, [row.relation])
    tables.push({ ...row, columns })
  }
  return tables
}
