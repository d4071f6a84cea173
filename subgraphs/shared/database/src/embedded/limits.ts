import type pg from 'pg'
import { loginRoles, type SchemaRoles } from './roles.ts'

/** How long something may last, by the name of PostgreSQL's setting. */
export type Limits = Readonly<Record<string, string>>

/**
 * Live queues are read up to the oldest transaction that has written and still runs, whoever's it is: what bounds it is
 * how far a queue may fall behind. Who forgets a transaction is cut off; a busy one may last as long as a seed's. A
 * command of the same role gives itself longer to forget one: `runCommand`.
 */
const SERVING: Limits = {
  statement_timeout: '15s',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '10s',
  transaction_timeout: '60s',
}
/** A migration may take its time, but not for ever, and waits for the one of another replica. */
const OWNING: Limits = { idle_in_transaction_session_timeout: '10s', transaction_timeout: '10min' }
/** A session is one row. */
const WEB: Limits = { ...SERVING, statement_timeout: '10s', transaction_timeout: '20s' }
/** Everybody else in this database: an operator, a superuser. */
const OTHERS: Limits = { idle_in_transaction_session_timeout: '60s' }

/** What is set for a role that logs in. */
export function limitsOf(role: string, { schema, serving }: SchemaRoles): Limits {
  if (schema === 'web') return WEB
  return role === serving ? SERVING : OWNING
}

/** Sets them for every role that logs in, and for the database itself. A setting that the server does not know is left out. */
export async function setLimits(client: pg.Client, database: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT name FROM pg_settings')
  const known = new Set(rows.map(({ name }) => name))
  const set = async (whose: string, limits: Limits) => {
    for (const [name, value] of Object.entries(limits))
      if (known.has(name)) await client.query(`ALTER ${whose} SET ${name} = '${value}'`)
  }
  for (const { role, of } of loginRoles()) await set(`ROLE ${role}`, limitsOf(role, of))
  await set(`DATABASE ${database}`, OTHERS)
}
