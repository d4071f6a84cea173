import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { ask as askGraph } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import * as own from '../database.ts'
import { queues } from '../live/queues.ts'
import { schema } from '../schema.ts'

/** When tests take place unless they say otherwise: a Tuesday noon in Oslo. */
export const NOON = new Date('2026-09-15T10:00:00Z')

export interface TestGraph extends Pick<TestSubgraph, 'statements' | 'stop'> {
  readonly test: TestSubgraph
  readonly own: typeof own
  readonly schema: typeof schema
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
  const test = await startTestSubgraph(own.subgraph)
  return {
    test,
    own,
    schema,
    statements: test.statements,
    async ask(actor, query, variables = {}, now = NOON) {
      const { data, errors } = await askGraph(schema, { actor, query, variables, now })
      if (errors?.[0]) throw errors[0].originalError ?? errors[0]
      return JSON.parse(JSON.stringify(data)) as never
    },
    async stop() {
      await queues.stop()
      await test.stop()
    },
  }
}
