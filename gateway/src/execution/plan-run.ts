import type { GraphQLSchema } from 'graphql'
import type { FetchFromSubgraph, SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { JsonObject } from '../json/json.ts'

/** One execution of a plan: what its fetches are given, and where their errors go. */
export interface PlanRun {
  /** The schema with @inaccessible elements: keys travel between subgraphs unseen by clients. */
  readonly supergraphSchema: GraphQLSchema
  /** As the client gave them; subgraphs apply their own defaults. */
  readonly variables: JsonObject
  /** Coerced, with defaults: for conditions. */
  readonly coerced: JsonObject
  readonly fetch: FetchFromSubgraph
  readonly errors: SubgraphError[]
}
