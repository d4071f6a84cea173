/** For tests: what of all that is forbidden somebody may do nonetheless. */
import pg from 'pg'
import { databaseUrl } from '../embedded/index.ts'
import { schemaRoles } from '../embedded/roles.ts'
import { forbidden } from './forbidden.ts'
import { signedTables, type Table } from './tables.ts'
import { findBroken, findUnsealed, sealRecords } from './verify.ts'

export interface Attack {
  readonly adminUrl: string
  readonly schema: string
  /** What the columns do not say: several statements are one transaction. */
  readonly alsoForbidden?: readonly string[]
}

export interface Attempt {
  readonly tables: readonly Table[]
  readonly attempts: number
  /** `progress: UPDATE comment SET "text" = …`: what was let through. */
  readonly permitted: readonly string[]
  /** Of whom nothing could be tried, for the table has no row. */
  readonly empty: readonly string[]
}

/** Tries each forbidden statement, as each role of the database, on each signed table of a schema; leaves all as it was. */
export async function attack({ adminUrl, schema, alsoForbidden = [] }: Attack): Promise<Attempt> {
  const roles = [...new Set(schemaRoles().flatMap(({ serving, owner }) => [serving, owner])).add('bus')]
  const admin = await connect(adminUrl, schema)
  try {
    const tables = await signedTables(admin)
    const permitted: string[] = []
    let attempts = 0
    for (const role of roles) {
      const owner = schemaRoles().some((one) => one.schema === schema && one.owner === role)
      const statements = [...tables.flatMap((table) => forbidden(table, { owner })), ...alsoForbidden]
      attempts += statements.length
      permitted.push(...(await permittedTo(role, statements, { adminUrl, schema })))
    }
    return { tables, attempts, permitted, empty: await withoutRows(admin, tables) }
  } finally {
    await admin.end()
  }
}

/**
 * Does each forbidden statement as the superuser, whom no trigger stops; answers with those after which neither the views
 * nor the seals of before tell that anything is wrong. Leaves all as it was.
 */
export async function tamper({ adminUrl, schema, alsoForbidden = [] }: Attack): Promise<readonly string[]> {
  const admin = await connect(adminUrl, schema)
  try {
    const seals = await sealRecords(admin)
    const tables = await signedTables(admin)
    const unnoticed: string[] = []
    for (const statement of [
      ...tables.flatMap((table) => forbidden(table, { owner: true })),
      ...alsoForbidden,
    ]) {
      const changed = await changes(admin, statement, async () => {
        // Whatever schema the caller searches.
        await admin.query("SET LOCAL search_path = ''")
        const broken = await findBroken(admin)
        return broken.length > 0 || (await findUnsealed(admin, seals)).length > 0
      })
      if (changed === false) unnoticed.push(inShort(statement))
    }
    return [...new Set(unnoticed)]
  } finally {
    await admin.end()
  }
}

/** `comment.text`, `comment +`, `comment −` of what the columns say; all of what is written out. */
function inShort(statement: string): string {
  const [, table, column] = /^UPDATE (\w+)(?: one)? SET "(\w+)"/.exec(statement) ?? []
  if (table) return `${table}.${column}${/= NULL/.test(statement) ? ' → null' : ''}`
  const [, verb, name] = /^(INSERT INTO|DELETE FROM|TRUNCATE) (\w+)/.exec(statement) ?? []
  return name ? `${name} ${verb === 'INSERT INTO' ? '+' : '−'}` : statement
}

/** Changes what the statement says, as the superuser past every guard, and answers with what is broken then. */
export async function breakPastGuards({ adminUrl, schema }: Attack, statement: string) {
  const admin = await connect(adminUrl, schema)
  try {
    await admin.query(
      `BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT; SET search_path = ''`,
    )
    return await findBroken(admin)
  } finally {
    await admin.end()
  }
}

/** What `notice` says after the statement; undefined when it changed nothing. */
async function changes(admin: pg.Client, statement: string, notice: () => Promise<boolean>) {
  await admin.query('BEGIN; SET LOCAL session_replication_role = replica')
  try {
    const results = [await admin.query(statement)].flat()
    return results.some(({ rowCount }) => rowCount !== 0) ? await notice() : undefined
  } catch {
    // What even the superuser is refused: a CHECK, a key.
    return undefined
  } finally {
    await admin.query('ROLLBACK')
  }
}

async function permittedTo(role: string, statements: readonly string[], { adminUrl, schema }: Attack) {
  // The bus has no login: who may act as it does so from the superuser's connection.
  const client = await connect(role === 'bus' ? adminUrl : databaseUrl(adminUrl, { user: role }), schema)
  if (role === 'bus') await client.query('SET ROLE bus')
  const permitted: string[] = []
  try {
    for (const statement of statements)
      if (await isPermitted(client, statement)) permitted.push(`${role}: ${statement}`)
  } finally {
    await client.end()
  }
  return permitted
}

/** Whether it would change a row and be committed. */
async function isPermitted(client: pg.Client, statement: string): Promise<boolean> {
  await client.query('BEGIN')
  try {
    const results = [await client.query(statement)].flat()
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    return results.some(({ rowCount }) => rowCount !== 0)
  } catch {
    return false
  } finally {
    await client.query('ROLLBACK')
  }
}

async function withoutRows(admin: pg.Client, tables: readonly Table[]): Promise<readonly string[]> {
  const empty: string[] = []
  for (const { name } of tables) {
    const { rowCount } = await admin.query(`SELECT 1 FROM ${name} LIMIT 1`)
    if (!rowCount) empty.push(name)
  }
  return empty
}

async function connect(url: string, schema: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
  await client.connect()
  return client
}
