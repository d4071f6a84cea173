import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { createShapes, type Shapes } from '../execution/response-shape.ts'
import { findPassThrough, type PassThrough } from './pass-through.ts'

/** All about an operation that does not depend on who asks or with which variables. */
export interface PreparedOperation {
  /** Unique per prepared operation: part of the key under which identical reads meet. */
  readonly id: number
  readonly graph: Graph
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly plan: QueryPlan
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
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition)
  const name = operation.name?.value
  const planned = operationFromDocument(graph.apiSchema, document, name ? { operationName: name } : {})
  const plan = graph.planner.buildQueryPlan(planned)
  return {
    id: ++prepared,
    graph,
    operation,
    fragments,
    plan,
    shapes: createShapes(graph.schema, operation, fragments),
    passThrough: findPassThrough(graph, plan, operation, fragments),
  }
}
