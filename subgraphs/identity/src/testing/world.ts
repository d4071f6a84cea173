import { createAdapter, createPool } from '@kompetanse/database'
import { createTestDatabase } from '@kompetanse/database/testing'
import { ask } from '@kompetanse/graph/testing'
import type { EventName, EventPayload } from '@kompetanse/schema/events'
import { vi } from 'vitest'
import { connect, SCHEMA } from '../connect.ts'
import { PrismaClient } from '../generated/db/client.ts'
import { useRuntime } from '../runtime.ts'
import { schema } from '../schema.ts'
import { demoPersons } from '../seed/demo.ts'
import { seed } from '../seed/seed.ts'
import { resolveActor } from '../use-cases/resolve-actor.ts'

/** The day on which the tests take place. */
export const NOW = new Date('2026-10-15T10:00:00Z')
export const TODAY = '2026-10-15'

export type World = Awaited<ReturnType<typeof createWorld>>

/** The demo organisation in a database of its own; people are called by their names and speak through the graph. */
export async function createWorld() {
  const database = await createTestDatabase('identity')
  const connected = await connect(database.url)
  const { db, bus } = connected
  const count = await countingClient(database.url)
  useRuntime({ db: count.client, bus })
  await seed(NOW)

  const persons = new Map(demoPersons().map((row) => [`${row.givenName} ${row.familyName}`, row.id]))
  const id = (name: string): string => {
    const found = persons.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }
  const actor = async (name: string, now = NOW) => {
    const resolved = await resolveActor(id(name), now)
    if (!resolved) throw new Error(`${name} has no account`)
    return { kind: 'person' as const, ...resolved }
  }

  return {
    db,
    bus,
    database,
    id,
    actor,
    /** Asks as that person; the answer's data. Throws when there are errors. */
    async as(name: string, query: string, variables: Record<string, unknown> = {}, now = NOW) {
      const { data, errors } = await ask(schema, { actor: await actor(name, now), query, variables, now })
      if (errors) throw errors[0]?.originalError ?? errors[0]
      // Through JSON, as the gateway would see it: plain objects.
      return JSON.parse(JSON.stringify(data)) as Record<string, unknown>
    },
    /** How many SQL statements `work` takes. */
    async statements(work: () => Promise<unknown>) {
      const before = count.statements()
      await work()
      return count.statements() - before
    },
    async close() {
      await count.close()
      await connected.close()
      await database.drop()
    },
  }
}

async function countingClient(url: string) {
  const pool = createPool({ url, schema: SCHEMA })
  const adapter = createAdapter(pool, SCHEMA)
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  let statements = 0
  client.$on('query', () => (statements += 1))
  return {
    client: client as unknown as PrismaClient,
    statements: () => statements,
    close: async () => {
      await client.$disconnect()
      if (!pool.ended) await pool.end()
    },
  }
}

/** What another subgraph would hear; `until` waits for the event that `matches`. */
export async function listen<N extends EventName>({ bus }: World, event: N) {
  const heard: EventPayload<N>[] = []
  await bus.consume(event, async (payload) => void heard.push(payload))
  const until = (matches: (payload: EventPayload<N>) => boolean) =>
    vi.waitFor(() => heard.find(matches) ?? Promise.reject(new Error('not heard yet')), { timeout: 10_000 })
  return { heard, until }
}
