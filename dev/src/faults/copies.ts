import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { roleOf } from '@kompetanse/database/embedded'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { allIsHeard } from './heard.ts'
import type { Portal } from './portal.ts'

type Tables = Portal['tables']

const sources = (subgraph: string, file: string) => join(ROOT, 'subgraphs', subgraph, 'src', file)

/** Subgraphs with copies of others' data. */
export const KEEPERS = SUBGRAPHS.filter((name) => existsSync(sources(name, 'copies.ts')))
/** Subgraphs that publish events, and can replay them. */
export const TELLERS = SUBGRAPHS.filter((name) => existsSync(sources(name, 'replays.ts')))

interface Copy {
  readonly tables: readonly string[]
}

async function copiedBy(subgraph: string): Promise<readonly string[]> {
  const { copies } = (await import(sources(subgraph, 'copies.ts'))) as { copies: readonly Copy[] }
  return copies.flatMap(({ tables }) => tables).map((table) => `${roleOf(subgraph)}.${table}`)
}

/** The tables of all copies, with their schemas; what comes first in a subgraph's list last, as others refer to it. */
export async function copiedTables(): Promise<string[]> {
  return [...new Set((await Promise.all(KEEPERS.map(copiedBy))).flat().toReversed())]
}

/**
 * The number of rows and a digest of every table, empty ones left out, of the subgraphs with copies, once all events
 * are consumed: copies, rows that refer to them, and rows that rest on them, which no rebuild may change.
 */
export async function tablesOfKeepers({ tables }: Portal): Promise<Record<string, string>> {
  await allIsHeard(tables, KEEPERS)
  const { rows: named } = await tables.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema = ANY($1) ORDER BY 1`,
    [KEEPERS.map(roleOf)],
  )
  const digests: Record<string, string> = {}
  for (const { name } of named) {
    const { rows } = await tables.query<{ digest: string }>(
      `SELECT count(*) || ' ' || md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS digest FROM ${name} t`,
    )
    digests[name] = rows[0]?.digest ?? ''
  }
  return digests
}

/** Loses of a table all that nothing else holds on to, and gets the rest wrong. */
async function spoil(tables: Tables, table: string): Promise<void> {
  const { rows } = await tables.query<{ name: string; wrong: string }>(
    `SELECT quote_ident(attname) AS name,
       CASE atttypid WHEN 'text'::regtype THEN '''Feil''' ELSE 'NOT ' || quote_ident(attname) END AS wrong
     FROM pg_attribute a WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
       AND atttypid IN ('text'::regtype, 'boolean'::regtype)
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE conrelid = attrelid AND attnum = ANY(conkey) AND contype <> 'n')
       AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = attrelid AND attnum = ANY(indkey) AND indisunique)`,
    [table],
  )
  const wrong = rows.map((column) => `${column.name} = ${column.wrong}`)
  await tables.query(`
    DO $$ DECLARE one tid; BEGIN
      FOR one IN SELECT ctid FROM ${table} LOOP
        BEGIN DELETE FROM ${table} WHERE ctid = one;
        EXCEPTION WHEN integrity_constraint_violation OR raise_exception THEN NULL; END;
      END LOOP;
    END $$`)
  if (wrong.length > 0) await tables.query(`UPDATE ${table} SET ${wrong.join(', ')}`)
}

/** Spoils the copies of all subgraphs, and what hangs on progress' copy of the curriculum. */
export async function spoilCopies({ tables }: Portal): Promise<void> {
  await tables.query(`
    DELETE FROM track_plan; DELETE FROM plan_version_goal; DELETE FROM plan_version_activity;
    DELETE FROM activity_definition_goal; UPDATE plan_template SET title = 'Feil';
    UPDATE goal_definition SET wording = 'Feil'; UPDATE activity_definition SET title = 'Feil', retired = true`)
  for (const table of await copiedTables()) await spoil(tables, table)
}

/** Fills the copies that the training leaves empty: service time, and mentors' recommendations of goals. */
export async function fillCopies({ system, tables }: Portal): Promise<void> {
  await system.run('service-time', 'seed/main.ts')
  await system.run('supervision', 'seed/main.ts')
  // Its texts are merged in browsers, so a finalised conversation's assessment is written past the guards.
  await tables.query(`
    BEGIN; SET LOCAL session_replication_role = replica;
    INSERT INTO supervision.conversation_goal (conversation_id, goal_id, position, assessment)
    SELECT c.id, g.id, 0, 'RECOMMENDED' FROM supervision.conversation c JOIN LATERAL (
      SELECT id FROM learning_goal WHERE trainee_id = c.trainee_id AND status = 'NOT_STARTED' ORDER BY id LIMIT 1
    ) g ON true WHERE c.status = 'FINALISED';
    COMMIT`)
  await system.run('supervision', 'replay.ts')
}
