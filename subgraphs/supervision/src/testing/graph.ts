import { ask as askGraph } from '@kompetanse/graph/testing'
import { directoryOf } from '@kompetanse/directory/testing'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { pool, subgraph } from '../database.ts'
import { conversationLog } from '../live/log.ts'
import { schema } from '../schema.ts'

/** When tests take place unless they say otherwise: a Tuesday noon in Oslo. */
export const NOON = new Date('2026-09-15T10:00:00Z')

export interface TestGraph extends TestSubgraph {
  /** The data of an answer without errors, as it goes over the wire. */
  ask<Data = never>(
    actor: Actor,
    query: string,
    variables?: Record<string, unknown>,
    now?: Date,
  ): Promise<Data>
}

/** The whole subgraph on a fresh database, without sockets; a test file starts one. */
export async function startTestGraph(): Promise<TestGraph> {
  const own = await startTestSubgraph(subgraph)
  return {
    ...own,
    async ask(actor, query, variables = {}, now = NOON) {
      const { data, errors } = await askGraph(schema, { actor, query, variables, now })
      if (errors?.[0]) throw errors[0].originalError ?? errors[0]
      return JSON.parse(JSON.stringify(data)) as never
    },
    async stop() {
      await conversationLog.stop()
      await own.stop()
    },
  }
}

export const { somebody, relate, aCircle } = directoryOf(pool)
