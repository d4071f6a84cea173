/** For tests: which entries of a history who serves may write, with no record of them. */
import type pg from 'pg'
import { withClient } from '../../embedded/index.ts'
import { isPermitted } from './statuses.ts'
import { signedTables, type Table } from './tables.ts'

export interface History {
  /** Of the superuser, who acts as the role that serves. */
  readonly adminUrl: string
  readonly schema: string
}

/**
 * Tells, in each history of a schema that is signed, of each command that its enum has, with each status, at a time
 * (SQL), as a copy of an entry that is there: with and without a digest. Answers by history with what would be
 * committed, `REGISTER → WAITING`. Leaves all as it was.
 */
export async function walkCommands({ adminUrl, schema }: History, at: string) {
  return withClient({ url: adminUrl, schema }, async (client) => {
    const found: Record<string, readonly string[]> = {}
    for (const table of await signedTables(client)) {
      const commands = await valuesOf(client, table, 'command')
      if (commands.length === 0) continue
      const permitted = new Set<string>()
      for (const command of commands)
        for (const status of await valuesOf(client, table, 'status'))
          for (const digest of ['null', `"${'0'.repeat(64)}"`]) {
            const changed = `'{"command": "${command}", "status": "${status}", "digest": ${digest}}'`
            if (await isPermitted(client, schema, entry(table.name, changed, at)))
              permitted.add(`${command} → ${status}`)
          }
      found[table.name] = [...permitted]
    }
    return found
  })
}

async function valuesOf(client: pg.Client, { columns }: Table, name: string): Promise<readonly string[]> {
  const column = columns.find((one) => one.name === name && one.kind === 'e')
  if (!column) return name === 'status' ? [''] : []
  const { rows } = await client.query<{ value: string }>(
    `SELECT unnest(enum_range(NULL::${column.type}))::text AS value`,
  )
  return rows.map(({ value }) => value)
}

const entry = (table: string, changed: string, at: string) => `
  INSERT INTO ${table} SELECT (jsonb_populate_record(one,
    ${changed}::jsonb || jsonb_build_object('id', gen_random_uuid(), 'at', ${at}))).*
  FROM ${table} one LIMIT 1`
