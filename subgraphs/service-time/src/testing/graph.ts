import { directoryOf } from '@kompetanse/directory/testing'
import { ask } from '@kompetanse/graph/testing'
import { startTestSubgraph } from '@kompetanse/process/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { pool, subgraph } from '../database.ts'
import { schema } from '../schema.ts'
import { queues } from '../live/queues.ts'

/** When tests take place unless they say otherwise: a Thursday noon in Oslo. */
export const NOON = new Date('2026-10-15T10:00:00Z')

export type TestGraph = Awaited<ReturnType<typeof startTestGraph>>

/** The whole subgraph on a fresh database, without sockets; a test file starts one. */
export async function startTestGraph() {
  const test = await startTestSubgraph(subgraph)
  return {
    ...test,
    ...directoryOf(pool),
    /** The data of an answer without errors, as it goes over the wire. */
    async ask<Data = never>(
      actor: Actor,
      query: string,
      variables: Record<string, unknown> = {},
      now = NOON,
    ): Promise<Data> {
      const { data, errors } = await ask(schema, { actor, query, variables, now })
      if (errors?.[0]) throw errors[0].originalError ?? errors[0]
      return JSON.parse(JSON.stringify(data)) as never
    },
    async stop() {
      await queues.stop()
      await test.stop()
    },
  }
}
