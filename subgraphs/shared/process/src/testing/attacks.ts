import { withClient } from '@kompetanse/database/embedded'
import type pg from 'pg'

/** What has rows in the bus, and everything that might be tried on it: what it is called, and the SQL. */
export interface BusTable {
  attacks(role: string): readonly Attack[]
}

interface Row {
  readonly name: string
  readonly kind: 'TABLE' | 'VIEW' | 'MATERIALIZED VIEW' | 'FOREIGN TABLE' | 'SEQUENCE'
  readonly first_column: string
}

/** Every table, view and sequence of the schema `bus` and of all inboxes, as the database lists them. */
export async function tablesOfBus(adminUrl: string): Promise<readonly BusTable[]> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<Row>(
      `SELECT format('%I.%I', nspname, relname) AS name, CASE relkind WHEN 'v' THEN 'VIEW'
         WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
         attname AS first_column
       FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_attribute ON attrelid = c.oid AND attnum = 1
       WHERE (nspname = 'bus' OR nspname LIKE '%\\_inbox') AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S') ORDER BY 1`,
    ),
  )
  return rows.map((row) => ({
    attacks: (role) => [
      ...onAll(row, role),
      ...(['TABLE', 'VIEW'].includes(row.kind) ? [onLockable(row)] : []),
      ...(row.kind === 'TABLE' ? onTables(row, role) : []),
    ],
  }))
}

type Attack = readonly [name: string, sql: string]

const onAll = ({ name, kind }: Row, role: string): readonly Attack[] => [
  [`${name} read`, `SELECT * FROM ${name}`],
  [`${name} drop`, `DROP ${kind} ${name} CASCADE`],
  [`${name} own`, `ALTER ${kind} ${name} OWNER TO ${role}`],
]

const onLockable = ({ name }: Row): Attack => [`${name} lock`, `LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE`]

// To grant what one has oneself is no error, and gives nothing: so what is granted is used.
const onTables = ({ name, first_column }: Row, role: string): readonly Attack[] => [
  [`${name} insert`, `INSERT INTO ${name} DEFAULT VALUES`],
  [`${name} update`, `UPDATE ${name} SET ${first_column} = ${first_column}`],
  [`${name} delete`, `DELETE FROM ${name}`],
  [`${name} empty`, `TRUNCATE ${name} CASCADE`],
  [`${name} grant`, `GRANT ALL ON ${name} TO ${role} WITH GRANT OPTION; TRUNCATE ${name} CASCADE`],
  [`${name} alter`, `ALTER TABLE ${name} ADD stolen int`],
  [`${name} unguard`, `ALTER TABLE ${name} DISABLE TRIGGER ALL`],
  [`${name} listen`, `CREATE TRIGGER mine AFTER INSERT ON ${name} EXECUTE FUNCTION pg_notify()`],
]

const INSUFFICIENT_PRIVILEGE = '42501'

/** Tries each and undoes it; returns the names of those that were not refused for want of a right. */
export async function tryAll(
  client: pg.Client,
  statements: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const done: string[] = []
  for (const [name, sql] of statements) {
    const code = await client.query(`BEGIN; ${sql}; ROLLBACK`).then(
      () => undefined,
      ({ code: refusal }: pg.DatabaseError) => refusal,
    )
    if (code !== undefined) await client.query('ROLLBACK')
    if (code !== INSUFFICIENT_PRIVILEGE) done.push(name)
  }
  return done
}
