import { Supergraph, type Schema } from '@apollo/federation-internals'
import { specified } from '@kompetanse/schema/scalars'
import { QueryPlanner } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { completeIntrospection } from './introspection-fields.ts'
import { readPrices, type Prices } from './prices.ts'
import { readNameTable, type NameTable } from './name-table.ts'

/** One supergraph, ready to plan and execute against. Immutable: a reload makes a new one. */
export interface Graph {
  readonly sdl: string
  /** What clients see, for validation and for shaping answers. */
  readonly schema: GraphQLSchema
  /** The same in the planner's own representation. */
  readonly apiSchema: Schema
  /** With @inaccessible elements: what travels between subgraphs is judged by this one. */
  readonly supergraphSchema: GraphQLSchema
  readonly planner: QueryPlanner
  /** The names under which the planner adds fields that the client did not select. */
  readonly names: NameTable
  /** Costs and list sizes from the supergraph's directives. */
  readonly prices: Prices
  /** Subgraph name → the URL that the supergraph gives. */
  readonly urls: ReadonlyMap<string, string>
  /** What one subgraph alone can answer, read from the supergraph. */
  subgraphSchema(name: string): GraphQLSchema | undefined
}

/** Throws when the text is not a valid supergraph. */
export function buildGraph(sdl: string): Graph {
  const supergraph = Supergraph.build(sdl)
  const apiSchema = completeIntrospection(supergraph.apiSchema())
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema()
  const subgraphSchemas = new Map<string, GraphQLSchema | undefined>()
  return {
    sdl,
    apiSchema,
    schema: specified(apiSchema.toGraphQLJSSchema()),
    supergraphSchema,
    planner: new QueryPlanner(supergraph, {}),
    names: readNameTable(sdl),
    prices: readPrices(supergraphSchema),
    urls: new Map(supergraph.subgraphsMetadata().map(({ name, url }) => [name, url])),
    subgraphSchema(name) {
      if (!subgraphSchemas.has(name))
        subgraphSchemas.set(name, supergraph.subgraphs().get(name)?.schema.toGraphQLJSSchema())
      return subgraphSchemas.get(name)
    },
  }
}
