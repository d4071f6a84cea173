import type { GraphQLSchema } from 'graphql'
import type { FetchFromSubgraph } from '../subgraph/subgraph-answer.ts'
import type { JsonObject } from '../json/json.ts'
import type { Failures } from './failures.ts'

/** One execution of a plan: the inputs of its fetches, and the failures that it collects. */
export interface PlanRun {
  /** The schema with @inaccessible elements: keys travel between subgraphs unseen by clients. */
  readonly supergraphSchema: GraphQLSchema
  /** As the client gave them; subgraphs apply their own defaults. */
  readonly variables: JsonObject
  /** Coerced, with defaults: for conditions. */
  readonly coerced: JsonObject
  readonly fetch: FetchFromSubgraph
  readonly failures: Failures
  /** Whether equal entities are each sent, as Apollo's executor does. */
  readonly sendsDuplicates?: boolean
}
