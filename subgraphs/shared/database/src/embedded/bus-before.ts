import type pg from 'pg'
import type { SchemaRoles } from './roles.ts'

type Inbox = Required<Pick<SchemaRoles, 'inbox' | 'serving'>>

const isMine = (queue: string) => `replace(split_part(${queue}, '.', -1), '-', '_') = $1`

/** Each table's rows of one consumer, and which columns name a queue. In this order, by their references. */
const ROWS = [
  { table: 'queue', names: ['name'], mine: `${isMine('old.name')} OR old.name = 'dead-letter'` },
  { table: 'subscription', names: ['name'], mine: isMine('old.name') },
  {
    table: 'job',
    names: ['name', 'source_name'],
    mine: isMine('coalesce(old.source_name, old.name)'),
  },
]

/**
 * From when all subgraphs shared one pg-boss in the schema `bus`: moves what waited in `<event>.<consumer>` into the
 * consumer's inbox, and what a consumer had given up with it; all or nothing. The old tables go.
 */
export async function moveJobs(pool: pg.Pool, inboxes: readonly Inbox[]): Promise<void> {
  const { rows } = await pool.query<{ there: string | null }>("SELECT to_regclass('bus.job') AS there")
  if (!rows[0]?.there) return
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

// By way of JSON: the types of each schema are its own.
async function moveInto(client: pg.PoolClient, { inbox, serving }: Inbox) {
  for (const { table, names, mine } of ROWS) {
    const renamed = names.map((name) => `'${name}', regexp_replace(old.${name}, '\\.[^.]+$', '')`)
    await client.query(
      `INSERT INTO ${inbox}.${table} SELECT moved.* FROM bus.${table} old, jsonb_populate_record(
         NULL::${inbox}.${table}, to_jsonb(old) || jsonb_build_object(${renamed.join(', ')})) moved
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
