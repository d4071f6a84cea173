import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner'
import type { DocumentNode, OperationDefinitionNode, VariableDefinitionNode } from 'graphql'
import { createShapes, type Shapes } from '../../execution/response-shape.ts'
import type { Graph } from '../../graph/graph.ts'
import type { ProtectedOperation } from '../../operation/protected-names.ts'
import type { Settings } from '../options.ts'
import { bindCursor, findCursorArgument, type CursorArgument } from './cursor-argument.ts'
import { readDocument } from './document.ts'
import { planRoot } from './plan-root.ts'
import type { RootField } from './root-field.ts'

/** Stands for the subgraph that has sent the event; the character keeps it apart from any real name. */
export const EVENT_SOURCE = '\u0000event'

/** All that is worked out once per document and shared by everybody who subscribes to it. */
export interface SubscriptionPlan {
  readonly id: number
  readonly graph: Graph
  readonly text: string
  /** What is executed: the document with its root field alone. */
  readonly document: DocumentNode
  readonly root: RootField
  /** Name of the root field. */
  readonly field: string
  /** All that the client declares, under its own names. */
  readonly variableDefinitions: readonly VariableDefinitionNode[]
  /** What is planned. From here on variables, events and errors have its names. */
  readonly operation: OperationDefinitionNode
  /** The way from and to the client's names, where they are not the same. */
  readonly names: ProtectedOperation | null
  readonly subgraph: string
  /** What the owning subgraph is asked; bound to a position where the field takes one. */
  readonly query: string
  readonly cursor: CursorArgument | null
  /** The variables that the query declares. */
  readonly variables: readonly string[]
  /** An event without errors goes to the client as the subgraph sent it. */
  readonly passThrough: boolean
  /** The event itself as first step, then what other subgraphs add to it. */
  readonly completion: QueryPlan
  readonly shapes: Shapes
}

/** The plans of one graph, by document. */
export interface Generation {
  readonly graph: Graph
  readonly plans: Map<string, SubscriptionPlan>
}

let planCount = 0

function completionOf({ primary, rest }: SubscriptionNode): QueryPlan {
  const { requires: _requires, ...fetch } = primary
  const event: PlanNode = { ...fetch, serviceName: EVENT_SOURCE }
  return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: rest ? [event, rest] : [event] } }
}

function makePlan(
  graph: Graph,
  text: string,
  operationName: string | undefined,
  settings: Settings,
): SubscriptionPlan {
  const read = readDocument(graph.schema, text, operationName, settings.documentLimits)
  const { root, variableDefinitions } = read
  const { operation, fragments, names, node, passThrough } = planRoot(graph, root, read.fragments)
  const query = passThrough?.query ?? node.primary.operation
  const argument = findCursorArgument(graph.supergraphSchema, root.name, settings.cursorArgument)
  const cursor = argument ? bindCursor(query, argument) : null
  const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
  const sent = passThrough ? declared : (node.primary.variableUsages ?? [])
  return {
    ...{ variableDefinitions, operation, names },
    id: ++planCount,
    graph,
    text,
    document: root.document,
    root,
    field: root.name,
    subgraph: node.primary.serviceName,
    query: cursor?.query ?? query,
    cursor,
    variables: sent.filter((each) => each !== cursor?.variable),
    passThrough: passThrough !== null,
    completion: completionOf(node),
    shapes: createShapes(graph.schema, operation, fragments, names?.names),
  }
}

/**
 * The plan of a document, made once per graph. Throws a StreamFailure if the document is not to be served; refused
 * documents are not remembered.
 */
export function planFor(
  { graph, plans }: Generation,
  text: string,
  operationName: string | undefined,
  settings: Settings,
): SubscriptionPlan {
  const key = `${operationName ?? ''}\n${text}`
  const known = plans.get(key)
  if (known) return known
  const plan = makePlan(graph, text, operationName, settings)
  const [oldest] = plans.keys()
  if (plans.size >= settings.limits.plans && oldest !== undefined) plans.delete(oldest)
  plans.set(key, plan)
  return plan
}
