/**
 * The event bus: pg-boss in a schema for each subgraph, its inbox, and one function that writes into them.
 *
 * By names alone: `identity.relation` is published by the role `identity`, and waits in `progress_inbox` for the role
 * `progress`, in the queue `identity.relation`. All of it belongs to the role `bus`, as whom nobody can log in.
 */
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { moveJobs } from './bus-before.ts'
import type { SchemaRoles } from './roles.ts'
import { withClient } from './with-client.ts'

type Member = SchemaRoles & Required<Pick<SchemaRoles, 'inbox'>>

/** What pg-boss needs of a consumer's rights. None to `bam`, whose rows are run as SQL when the bus is provisioned. */
const RIGHTS: Readonly<Record<string, string>> = {
  version: 'SELECT, UPDATE (flow_on, monitor_backoff_on)',
  queue: 'SELECT, INSERT, UPDATE',
  subscription: 'SELECT, INSERT, UPDATE',
  job: 'SELECT, INSERT, UPDATE, DELETE',
  job_common: 'SELECT, INSERT, UPDATE, DELETE',
  job_dependency: 'SELECT, DELETE',
}

/** Makes the bus, or brings it up to date, in the database at `url`: a superuser's, or the maker's of the roles. */
export async function installBus(url: string, schemas: readonly SchemaRoles[]): Promise<void> {
  const members = schemas.filter((schema): schema is Member => schema.inbox !== undefined)
  await withClient(url, async (client) => {
    await client.query('CREATE SCHEMA IF NOT EXISTS bus AUTHORIZATION bus')
    for (const { inbox, serving } of members) {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${inbox} AUTHORIZATION bus`)
      await client.query(`GRANT USAGE ON SCHEMA ${inbox} TO ${serving}`)
      // Membership was how the bus was used when all shared one schema.
      await client.query(`REVOKE bus FROM ${serving}`)
    }
  })
  const asBus = new pg.Pool({ connectionString: url, options: '-c role=bus', max: 1 })
  try {
    for (const { inbox } of members) await installQueues(asBus, inbox)
    await moveJobs(asBus, members)
    for (const member of members) await asBus.query(ownInbox(member))
    await asBus.query(publishing(members))
  } finally {
    await asBus.end()
  }
}

/** pg-boss' own tables, as it makes and migrates them. */
async function installQueues(pool: pg.Pool, schema: string) {
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
  const boss = new PgBoss({ db, schema, createSchema: false, supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
}

// A table's name in a queue's row becomes a part of the SQL by which pg-boss migrates itself.
const ownInbox = ({ inbox, serving }: Member) => `
  ALTER TABLE ${inbox}.queue DROP CONSTRAINT IF EXISTS no_table_of_its_own;
  ALTER TABLE ${inbox}.queue ADD CONSTRAINT no_table_of_its_own CHECK (NOT partition AND table_name = 'job_common');
  REVOKE ALL ON ALL TABLES IN SCHEMA ${inbox} FROM ${serving};
  ${Object.entries(RIGHTS)
    .map(([table, rights]) => `GRANT ${rights} ON ${inbox}.${table} TO ${serving};`)
    .join('\n  ')}`

/**
 * `bus.publish` writes jobs as pg-boss' own `insert` does, and wakes its workers; a test compares them. Of what it
 * writes only the name of the event, the key and the payload are the caller's.
 */
const publishing = (members: readonly Member[]) => `
  CREATE OR REPLACE VIEW bus.listener AS
    ${members.map(({ inbox }) => `SELECT '${inbox}' AS inbox, event, name FROM ${inbox}.subscription`).join(' UNION ALL ')};

  CREATE OR REPLACE FUNCTION bus.publish(event text, messages jsonb) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    listener record;
    heard integer := 0;
  BEGIN
    IF replace(split_part(event, '.', 1), '-', '_') IS DISTINCT FROM session_user::text THEN
      RAISE insufficient_privilege USING MESSAGE = format('%s may not publish %s', session_user, event);
    END IF;
    FOR listener IN SELECT l.inbox, l.name FROM bus.listener l WHERE l.event = publish.event LOOP
      EXECUTE format($insert$
        INSERT INTO %I.job (name, data, singleton_key, expire_seconds, deletion_seconds, keep_until,
          retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
        SELECT q.name, m.payload, m.key, q.expire_seconds, q.deletion_seconds, now() + q.retention_seconds * interval '1s',
          q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
        FROM jsonb_to_recordset($1) AS m (key text, payload jsonb), %1$I.queue q WHERE q.name = $2
        ON CONFLICT DO NOTHING$insert$, listener.inbox) USING messages, listener.name;
      PERFORM pg_notify('pgboss_' || left(encode(sha224(listener.inbox::bytea), 'hex'), 24), listener.name);
      heard := heard + 1;
    END LOOP;
    RETURN heard;
  END $$;

  REVOKE ALL ON FUNCTION bus.publish FROM PUBLIC;
  GRANT USAGE ON SCHEMA bus TO ${members.map(({ serving }) => serving).join(', ')};
  GRANT EXECUTE ON FUNCTION bus.publish TO ${members.map(({ serving }) => serving).join(', ')};`
