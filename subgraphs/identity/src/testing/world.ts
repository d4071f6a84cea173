import { ask } from '@kompetanse/graph/testing'
import { startTestSubgraph } from '@kompetanse/process/testing'
import type { EventDefinition } from '@kompetanse/schema/events/define'
import { vi } from 'vitest'
import { bus, database as db, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { demoPersons } from '../seed/demo.ts'
import { seed } from '../seed/seed.ts'
import { resolveActors } from '../actor/use-cases/resolve-actors.ts'

/** The day on which the tests take place. */
export const NOW = new Date('2026-10-15T10:00:00Z')
export const TODAY = '2026-10-15'

export type World = Awaited<ReturnType<typeof createWorld>>

/** The demo organisation in a database of its own; people are called by their names and speak through the graph. */
export async function createWorld() {
  const test = await startTestSubgraph(subgraph)
  await seed(NOW)

  const persons = new Map(demoPersons().map((row) => [`${row.givenName} ${row.familyName}`, row.id]))
  const id = (name: string): string => {
    const found = persons.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }
  const actor = async (name: string, now = NOW) => {
    const [resolved] = await resolveActors([id(name)], now)
    if (!resolved) throw new Error(`${name} has no account`)
    return { kind: 'person' as const, ...resolved.actor }
  }

  return {
    db,
    bus,
    id,
    actor,
    /** Asks as that person; the answer's data. Throws when there are errors. */
    async as(name: string, query: string, variables: Record<string, unknown> = {}, now = NOW) {
      const { data, errors } = await ask(schema, { actor: await actor(name, now), query, variables, now })
      if (errors) throw errors[0]?.originalError ?? errors[0]
      // Through JSON, as the gateway would see it: plain objects.
      return JSON.parse(JSON.stringify(data)) as Record<string, unknown>
    },
    contents: () => test.contents(),
    /** How many SQL statements `work` takes. */
    statements: async (work: () => Promise<unknown>) => (await test.statements(work)).length,
    close: () => test.stop(),
  }
}

/** What another subgraph would hear; `until` waits for the event that `matches`. */
export async function listen<Payload>(event: EventDefinition<Payload>) {
  const heard: Payload[] = []
  await bus.consume(event, async (payload) => void heard.push(payload))
  const until = (matches: (payload: Payload) => boolean) =>
    vi.waitFor(() => heard.find(matches) ?? Promise.reject(new Error('not heard yet')), { timeout: 10_000 })
  return { heard, until }
}
