import { join } from 'node:path'
import { applyMigrations } from '@kompetanse/database'
import { ask as askGraph } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { createTestDatabase, type TestDatabase } from '../../../shared/database/src/testing.ts'

/** When tests take place unless they say otherwise: a Tuesday noon in Oslo. */
export const NOON = new Date('2026-09-15T10:00:00Z')

export interface TestGraph {
  readonly test: TestDatabase
  readonly own: typeof import('../database.ts')
  readonly schema: typeof import('../schema.ts').schema
  /** The data of an answer without errors, as it goes over the wire. */
  ask<Data = never>(
    actor: Actor,
    query: string,
    variables?: Record<string, unknown>,
    now?: Date,
  ): Promise<Data>
  /** The SQL statements, without BEGIN and COMMIT, that this work sends. */
  statements(work: () => Promise<unknown>): Promise<readonly string[]>
  stop(): Promise<void>
}

/**
 * The whole subgraph on a fresh database, without sockets. Its modules read DATABASE_URL when they are loaded, so
 * they are loaded here; a test file starts one graph and imports nothing of the subgraph that connects.
 */
export async function startTestGraph(): Promise<TestGraph> {
  const test = await createTestDatabase('progress')
  process.env['DATABASE_URL'] = test.url
  const folder = join(import.meta.dirname, '../../prisma/migrations')
  await applyMigrations({ url: test.url, schema: 'progress', folder })
  const own = await import('../database.ts')
  const bus = await import('../bus.ts')
  const { schema } = await import('../schema.ts')
  const live = await import('../live/subscribe-queue.ts')
  await bus.startBus()
  const sent: string[] = []
  record(own.pool, sent)
  return {
    test,
    own,
    schema,
    async ask(actor, query, variables = {}, now = NOON) {
      const { data, errors } = await askGraph(schema, { actor, query, variables, now })
      if (errors?.[0]) throw errors[0].originalError ?? errors[0]
      return JSON.parse(JSON.stringify(data)) as never
    },
    async statements(work) {
      const from = sent.length
      await work()
      return sent.slice(from)
    },
    async stop() {
      await live.stopQueueReader()
      await bus.stopBus()
      await own.database.$disconnect()
      await own.pool.end()
      await test.drop()
    },
  }
}

function record(pool: typeof import('../database.ts').pool, sent: string[]) {
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
