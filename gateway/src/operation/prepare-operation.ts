import { operationFromDocument } from '@apollo/federation-internals'
import type { QueryPlan } from '@apollo/query-planner'
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { perConditions } from '../document/conditions.ts'
import type { JsonObject } from '../json/json.ts'
import { createShapes, type Shapes } from '../execution/response-shape.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import { variablesOf, type Judge } from './coerce-variables.ts'
import { findPassThrough, type PassThrough } from './pass-through.ts'
import { protectNames, type ProtectedOperation } from './protected-names.ts'
import { isMisled, resolveConditions } from './resolve-conditions.ts'

/** The compiled parts of an operation that do not depend on the actor or the variables. */
export interface PreparedOperation {
  /** Unique per prepared operation: part of the key under which identical reads meet. */
  readonly id: number
  readonly graph: Graph
  /** The client's own variables, before they get other names. */
  readonly judge: Judge
  /** What is planned and executed: the client's, with protected names where its own could meet hidden ones. */
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** The way from and to the client's names, where they are not the same. */
  readonly names: ProtectedOperation | null
  /** The plan under coerced variables. Most operations have but one. */
  planFor(variables: JsonObject): QueryPlan
  readonly shapes: Shapes
  /** Set when the answer of one subgraph is the answer. */
  readonly passThrough: PassThrough | null
}

let prepared = 0

interface Executed {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

export const planOf = ({ apiSchema, planner }: Graph, document: DocumentNode, name: string | undefined) =>
  planner.buildQueryPlan(operationFromDocument(apiSchema, document, name ? { operationName: name } : {}))

/** Plans and compiles one operation of a document that is valid in the graph. */
export function prepareOperation(
  graph: Graph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PreparedOperation {
  const { names, plan, judge } = planned(graph, document, operation)
  const passThrough = findPassThrough(graph, plan, operation, fragmentsOf(document))
  if (names && !passThrough) return { ...compile(graph, names, plan), judge, names, passThrough }
  // A document that is passed through keeps the client's names: the planner adds none that they could collide with.
  return { ...compile(graph, { document, operation }, plan), judge, names: null, passThrough }
}

/** The same, but always executed by its plan, even when one subgraph could answer it alone. */
export function prepareExecution(
  graph: Graph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PreparedOperation {
  const { names, plan, judge } = planned(graph, document, operation)
  const executed = compile(graph, names ?? { document, operation }, plan)
  return { ...executed, judge, names, passThrough: null }
}

function planned(graph: Graph, document: DocumentNode, operation: OperationDefinitionNode) {
  const names = protectNames(document, operation, graph.names)
  return {
    names,
    plan: planOf(graph, names?.document ?? document, operation.name?.value),
    judge: variablesOf(graph.schema, document, operation),
  }
}

function compile(
  graph: Graph,
  { document, operation, ...rest }: Executed | ProtectedOperation,
  plan: QueryPlan,
) {
  const fragments = fragmentsOf(document)
  const resolved = (variables: JsonObject) =>
    planOf(graph, resolveConditions(document, variables), operation.name?.value)
  return {
    id: ++prepared,
    ...{ graph, operation, fragments },
    planFor: isMisled(document, plan) ? perConditions(operation, fragments, resolved) : () => plan,
    shapes: createShapes(graph.schema, operation, fragments, 'names' in rest ? rest.names : undefined),
  }
}
