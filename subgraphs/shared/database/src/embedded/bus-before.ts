import type pg from 'pg'
import type { SchemaRoles } from './roles.ts'

type Inbox = Required<Pick<SchemaRoles, 'inbox' | 'serving'>>

const isMine = (name: string) => `replace(split_part(${name}, '.', -1), '-', '_') = $1`

/** Each table's rows of one consumer, and which columns name a queue. In this order, by their references. */
const ROWS = [
  { table: 'queue', named: ['name'], mine: `${isMine('name')} OR name = 'dead-letter'` },
  { table: 'subscription', named: ['name'], mine: isMine('name') },
  { table: 'job_common', named: ['name', 'source_name'], mine: isMine('coalesce(source_name, name)') },
]

/**
 * From when all subgraphs shared one pg-boss in the schema `bus`: moves what waited in `<event>.<consumer>` into the
 * consumer's inbox, and what a consumer had given up with it; all or nothing. The old tables go.
 */
export async function moveJobs(
  pool: pg.Pool,
  inboxes: readonly Inbox[],
  migrate: (schema: string) => Promise<void>,
): Promise<void> {
  const { rows } = await pool.query<{ there: string | null }>("SELECT to_regclass('bus.job') AS there")
  if (!rows[0]?.there) return
  await migrate('bus')
  const client = await pool.connect()
  try {
    await client.query('BEGIN; LOCK TABLE bus.queue, bus.subscription, bus.job')
    for (const inbox of inboxes) await moveInto(client, inbox)
    await client.query(`${DROP_OLD}; COMMIT`)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function moveInto(client: pg.PoolClient, { inbox, serving }: Inbox) {
  for (const { table, named, mine } of ROWS) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = 'bus.${table}'::regclass AND attnum > 0 AND NOT attisdropped`,
    )
    const columns = rows.map(({ name }) => name)
    const withoutConsumer = (name: string) => `regexp_replace(${name}, '\\.[^.]+$', '')`
    const values = columns.map((name) => (named.includes(name) ? withoutConsumer(name) : name))
    await client.query(
      `INSERT INTO ${inbox}.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM bus.${table}
       WHERE ${mine} ON CONFLICT DO NOTHING`,
      [serving],
    )
  }
}

const DROP_OLD = `
  DROP TABLE bus.job, bus.subscription, bus.schedule, bus.job_dependency, bus.queue, bus.queue_stats, bus.bam,
    bus.warning, bus.version CASCADE;
  DROP FUNCTION bus.create_queue, bus.delete_queue, bus.job_now, bus.job_table_format, bus.job_table_run,
    bus.job_table_run_async;
  DROP TYPE bus.job_state`
