/** For tests: from which status to which one row may be brought by who serves, with nothing else said. */
import type pg from 'pg'
import { withClient } from '../../embedded/index.ts'
import { attempt } from './attempt.ts'
import { signedTables, type Table } from './tables.ts'

export interface Walk {
  /** Of the superuser, who acts as the role that serves. */
  readonly adminUrl: string
  readonly schema: string
}

export interface Walked {
  /** `APPROVED → WAITING`: what would be committed. */
  readonly permitted: readonly string[]
  /** Statuses that no row has: nothing was tried from them. */
  readonly missing: readonly string[]
}

const typeOf = ({ columns }: Table, name: string): string | undefined =>
  columns.find((column) => column.name === name && column.kind === 'e')?.type

/** Those of the signed tables whose rows are in a status. An entry of a history tells of one and is in none. */
export const statusTables = async (client: pg.ClientBase): Promise<readonly Table[]> =>
  (await signedTables(client)).filter((table) => typeOf(table, 'status') && !typeOf(table, 'command'))

/**
 * In each of `statusTables`, brings one row of each status to each other, one row per statement: alone, and with every
 * column emptied that may be empty. Answers by table. Leaves all as it was.
 */
export async function walkStatuses({ adminUrl, schema }: Walk): Promise<Readonly<Record<string, Walked>>> {
  return withClient({ url: adminUrl, schema }, async (client) => {
    const walked: Record<string, Walked> = {}
    for (const table of await statusTables(client))
      walked[table.name] = await walkTable(client, schema, table)
    return walked
  })
}

async function walkTable(client: pg.Client, role: string, table: Table): Promise<Walked> {
  const emptied = table.columns.filter(({ nullable }) => nullable).map(({ name }) => `, "${name}" = NULL`)
  const { rows: statuses } = await client.query<{ status: string; id: string | null }>(`
    SELECT s::text AS status, (SELECT id FROM ${table.name} WHERE status = s LIMIT 1) AS id
    FROM unnest(enum_range(NULL::${typeOf(table, 'status')})) s`)
  const permitted = new Set<string>()
  for (const from of statuses)
    for (const to of statuses)
      for (const rest of from.id === null || from === to ? [] : ['', emptied.join('')]) {
        const update = `UPDATE ${table.name} SET status = '${to.status}' ${rest} WHERE id = '${from.id}'`
        if (await isPermitted(client, role, update)) permitted.add(`${from.status} → ${to.status}`)
      }
  const missing = statuses.filter(({ id }) => id === null).map(({ status }) => status)
  return { permitted: [...permitted], missing }
}

/** Whether who serves could commit the statements. Throws when they are neither done nor refused, and at no row. */
export async function isPermitted(client: pg.Client, role: string, statements: string): Promise<boolean> {
  await client.query(`SET ROLE ${role}`)
  try {
    const outcome = await attempt(client, statements, async () => {
      await client.query('SET CONSTRAINTS ALL IMMEDIATE')
      return 'PERMITTED'
    })
    if (outcome === 'UNTRIED') throw new Error(`met no row: ${statements}`)
    return outcome === 'PERMITTED'
  } finally {
    await client.query('RESET ROLE')
  }
}
