/** For tests: from which status to which one row may be brought by who serves, with nothing else said. */
import type pg from 'pg'
import { withClient } from '../embedded/index.ts'
import { signedTables } from './tables.ts'

export interface Walk {
  /** Of the superuser, who acts as the role that serves. */
  readonly adminUrl: string
  readonly schema: string
  readonly table: string
}

export interface Walked {
  /** `APPROVED → WAITING`: what would be committed. */
  readonly permitted: readonly string[]
  /** Statuses that no row has: nothing was tried from them. */
  readonly missing: readonly string[]
}

/**
 * Brings one row of each status to each other, one row per statement: alone, and with every column emptied that may be
 * empty. Leaves all as it was.
 */
export async function walkStatuses({ adminUrl, schema, table }: Walk): Promise<Walked> {
  return withClient({ url: adminUrl, schema }, async (client) => {
    const columns = (await signedTables(client)).find(({ name }) => name === table)?.columns ?? []
    const type = columns.find(({ name }) => name === 'status')?.type
    if (!type) throw new Error(`${table} has no status`)
    const emptied = columns.filter(({ nullable }) => nullable).map(({ name }) => `, "${name}" = NULL`)
    const statuses = (
      await client.query<{ status: string; id: string | null }>(`
        SELECT s::text AS status, (SELECT id FROM ${table} WHERE status = s LIMIT 1) AS id
        FROM unnest(enum_range(NULL::${type})) s`)
    ).rows
    const permitted = new Set<string>()
    for (const from of statuses)
      for (const to of statuses)
        for (const rest of from.id === null || from === to ? [] : ['', emptied.join('')]) {
          const update = `UPDATE ${table} SET status = '${to.status}' ${rest} WHERE id = '${from.id}'`
          if (await isPermitted(client, schema, update)) permitted.add(`${from.status} → ${to.status}`)
        }
    return {
      permitted: [...permitted],
      missing: statuses.filter(({ id }) => id === null).map((each) => each.status),
    }
  })
}

/** Whether who serves could commit the statements, with a row changed. */
export async function isPermitted(client: pg.Client, role: string, statements: string): Promise<boolean> {
  await client.query(`BEGIN; SET LOCAL ROLE ${role}`)
  try {
    const results = [await client.query(statements)].flat()
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    return results.some(({ rowCount }) => rowCount !== 0)
  } catch {
    return false
  } finally {
    await client.query('ROLLBACK')
  }
}
