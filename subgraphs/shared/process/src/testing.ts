import { createTestDatabase, type TestDatabase } from '@kompetanse/database/testing'
import type { Subgraph } from './subgraph.ts'

export interface TestSubgraph extends Omit<TestDatabase, 'drop'> {
  /** The SQL statements, without BEGIN and COMMIT, that this work sends. */
  statements(work: () => Promise<unknown>): Promise<readonly string[]>
  /** A digest of the rows of each of its tables: equal before and after what changed nothing. */
  contents(): Promise<Record<string, string>>
  /** Ids of its tables: of each column a few. */
  ids(): Promise<readonly string[]>
  /** Ends its connections and drops its database. */
  stop(): Promise<void>
}

/** Gives the subgraph of a test file a fresh, migrated database and a started bus; once, in `beforeAll`. */
export async function startTestSubgraph(subgraph: Subgraph): Promise<TestSubgraph> {
  const { drop, ...test } = await createTestDatabase(subgraph.name)
  process.env['DATABASE_URL'] = test.url
  await subgraph.migrate()
  await subgraph.bus.start()
  const sent: string[] = []
  record(subgraph.pool, sent)
  return {
    ...test,
    async statements(work) {
      const from = sent.length
      await work()
      return sent.slice(from)
    },
    contents: () => contentsOf(subgraph.pool),
    ids: () => idsOf(subgraph.pool),
    async stop() {
      await subgraph.stop()
      await drop()
    },
  }
}

async function contentsOf(pool: Subgraph['pool']): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const digests: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: found } = await pool.query<{ digest: string }>(
      `SELECT coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest FROM "${name}" t`,
    )
    digests[name] = found[0]?.digest ?? ''
  }
  return digests
}

const OF_A_COLUMN = 2

async function idsOf(pool: Subgraph['pool']): Promise<readonly string[]> {
  const { rows: columns } = await pool.query<{ name: string; column: string }>(
    `SELECT table_name AS name, column_name AS column FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND data_type = 'uuid' ORDER BY 1, 2`,
  )
  const ids = new Set<string>()
  for (const { name, column } of columns) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT DISTINCT "${column}" AS id FROM "${name}" WHERE "${column}" IS NOT NULL ORDER BY 1 LIMIT ${OF_A_COLUMN}`,
    )
    for (const { id } of rows) ids.add(id)
  }
  return [...ids]
}

function record(pool: Subgraph['pool'], sent: string[]) {
  const seen = new WeakSet<object>()
  pool.on('acquire', (client) => {
    if (seen.has(client)) return
    seen.add(client)
    const run = client.query.bind(client) as (...args: unknown[]) => unknown
    const query = (...args: unknown[]) => {
      const text = String((args[0] as { text?: string }).text ?? args[0])
      if (!/^(BEGIN|COMMIT|ROLLBACK|SET)\b/.test(text)) sent.push(text)
      return run(...args)
    }
    Object.assign(client, { query })
  })
}
