import type { FetchNode, PlanNode } from '@apollo/query-planner'
import { buildSchema, type GraphQLSchema } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import type { FetchFromSubgraph, SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import { executePlan } from './execute-plan.ts'
import { Failures } from './failures.ts'
import { Lost } from './lost.ts'

/** A fetch of a plan that was written by hand, from a subgraph with the fetch's own name. */
export const fetchOf = (serviceName: string, operation: string, more: Partial<FetchNode> = {}): FetchNode =>
  ({
    ...{ kind: 'Fetch', serviceName, operation, operationName: undefined, operationKind: 'query' },
    ...more,
  }) as FetchNode

interface Sent {
  readonly name: string
  readonly variables: unknown
  readonly path: readonly (string | number)[]
}

interface Given {
  readonly answers: Readonly<Record<string, SubgraphAnswer | Error>>
  readonly variables?: JsonObject
  readonly coerced?: JsonObject
  readonly sendsDuplicates?: boolean
  /** Instead of the answers. */
  readonly fetch?: FetchFromSubgraph
}

/** Runs a plan over subgraphs that answer by their names alone. */
export async function runOver(sdl: string | GraphQLSchema, node: PlanNode | undefined, given: Given) {
  const { answers, variables = {}, coerced = variables, sendsDuplicates = false } = given
  const sent: Sent[] = []
  const failures = new Failures()
  const answered: FetchFromSubgraph = async ({ serviceName }, body, path) => {
    sent.push({ name: serviceName, variables: JSON.parse(body) as unknown, path })
    const answer = answers[serviceName] ?? {}
    if (answer instanceof Error) throw answer
    // Execution fills what came.
    return structuredClone(answer)
  }
  const data = await executePlan(
    { kind: 'QueryPlan', ...(node && { node }) },
    {
      supergraphSchema: typeof sdl === 'string' ? buildSchema(sdl) : sdl,
      ...{ variables, coerced, failures, sendsDuplicates },
      fetch: given.fetch ?? answered,
    },
  )
  return { data, sent, failures }
}

/** Where a value is lost, by its path. */
export function lostIn(value: unknown, path = ''): string[] {
  if (value instanceof Lost) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => lostIn(below, path ? `${path}.${key}` : key))
}
