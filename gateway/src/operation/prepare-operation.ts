import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { perConditions } from '../execution/conditions.ts'
import type { JsonObject } from '../execution/json.ts'
import { createShapes, type Shapes } from '../execution/response-shape.ts'
import { fragmentsOf } from './fragments-of.ts'
import { findPassThrough, type PassThrough } from './pass-through.ts'
import { hasConditionalInputs, resolveConditions } from './resolve-conditions.ts'

/** All about an operation that does not depend on who asks or with which variables. */
export interface PreparedOperation {
  /** Unique per prepared operation: part of the key under which identical reads meet. */
  readonly id: number
  readonly graph: Graph
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** The plan under coerced variables. Most operations have but one. */
  planFor(variables: JsonObject): QueryPlan
  readonly shapes: Shapes
  /** Set when the answer of one subgraph is the answer. */
  readonly passThrough: PassThrough | null
}

let prepared = 0

/** Plans and compiles one operation of a document that is valid in the graph. */
export function prepareOperation(
  graph: Graph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PreparedOperation {
  const fragments = fragmentsOf(document)
  const name = operation.name?.value
  const planOf = (read: DocumentNode) =>
    graph.planner.buildQueryPlan(
      operationFromDocument(graph.apiSchema, read, name ? { operationName: name } : {}),
    )
  const plan = planOf(document)
  const planFor = hasConditionalInputs(plan)
    ? perConditions(operation, fragments, (variables) => planOf(resolveConditions(document, variables)))
    : () => plan
  return {
    id: ++prepared,
    graph,
    operation,
    fragments,
    planFor,
    shapes: createShapes(graph.schema, operation, fragments),
    passThrough: findPassThrough(graph, plan, operation, fragments),
  }
}
