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

/** All about an operation that does not depend on who asks or with which variables. */
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
  asked: OperationDefinitionNode,
): PreparedOperation {
  const { names, plan, judge } = planned(graph, document, asked)
  const passThrough = findPassThrough(graph, plan, asked, fragmentsOf(document))
  if (names && !passThrough) return { ...compile(graph, names, plan), judge, names, passThrough }
  // What is passed through is the client's own text, in which its names meet nothing.
  return { ...compile(graph, { document, operation: asked }, plan), judge, names: null, passThrough }
}

/** The same, to be executed by its plan though one subgraph could answer all of it. */
export function prepareExecution(
  graph: Graph,
  document: DocumentNode,
  asked: OperationDefinitionNode,
): PreparedOperation {
  const { names, plan, judge } = planned(graph, document, asked)
  const executed = compile(graph, names ?? { document, operation: asked }, plan)
  return { ...executed, judge, names, passThrough: null }
}

function planned(graph: Graph, document: DocumentNode, asked: OperationDefinitionNode) {
  const names = protectNames(document, asked, graph.names)
  return {
    names,
    plan: planOf(graph, names?.document ?? document, asked.name?.value),
    judge: variablesOf(graph.schema, document, asked),
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
