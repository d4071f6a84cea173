import { operationFromDocument } from '@apollo/federation-internals'
import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner'
import { createShapes, type Shapes } from '../execution/response-shape.ts'
import type { Graph } from '../graph/graph.ts'
import { findPassThrough } from '../operation/pass-through.ts'
import { bindCursor, type CursorArgument } from './cursor-argument.ts'
import { readDocument, type SubscriptionDocument } from './document.ts'
import { StreamFailure } from './failure.ts'
import type { Settings } from './options.ts'

/** Stands for the subgraph that has sent the event; the character keeps it apart from any real name. */
export const EVENT_SOURCE = '\u0000event'

/** All that is worked out once per document and shared by everybody who subscribes to it. */
export interface SubscriptionPlan extends SubscriptionDocument {
  readonly id: number
  readonly graph: Graph
  readonly text: string
  readonly subgraph: string
  /** What the owning subgraph is asked; bound to a position where the field takes one. */
  readonly query: string
  readonly cursor: CursorArgument | null
  /** The client's variables that the query declares. */
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

function subscriptionNode(graph: Graph, document: SubscriptionDocument): SubscriptionNode {
  const name = document.operation.name?.value
  const operation = operationFromDocument(
    graph.apiSchema,
    document.document,
    name ? { operationName: name } : {},
  )
  const { node } = graph.planner.buildQueryPlan(operation)
  if (node?.kind === 'Subscription') return node
  throw StreamFailure.of('GRAPHQL_VALIDATION_FAILED', 'The subscription cannot be planned.')
}

function completionOf({ primary, rest }: SubscriptionNode): QueryPlan {
  const { requires: _requires, ...fetch } = primary
  const event: PlanNode = { ...fetch, serviceName: EVENT_SOURCE }
  return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: rest ? [event, rest] : [event] } }
}

function cursorOf(graph: Graph, field: string, query: string, argumentName: string): CursorArgument | null {
  const args = graph.schema.getSubscriptionType()?.getFields()[field]?.args ?? []
  const argument = args.find(({ name }) => name === argumentName)
  return argument ? bindCursor(query, argument.name, String(argument.type)) : null
}

function makePlan(
  graph: Graph,
  text: string,
  operationName: string | undefined,
  settings: Settings,
): SubscriptionPlan {
  const read = readDocument(graph.schema, text, operationName, settings.documentLimits)
  const node = subscriptionNode(graph, read)
  const whole: QueryPlan = { kind: 'QueryPlan', node: node.rest ? node : node.primary }
  const passThrough = findPassThrough(graph, whole, read.operation, read.fragments)
  const query = passThrough?.query ?? node.primary.operation
  const cursor = cursorOf(graph, read.field, query, settings.cursorArgument)
  const declared = (read.operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
  const sent = passThrough ? declared : (node.primary.variableUsages ?? [])
  return {
    ...read,
    id: ++planCount,
    graph,
    text,
    subgraph: node.primary.serviceName,
    query: cursor?.query ?? query,
    cursor,
    variables: sent.filter((each) => each !== cursor?.variable),
    passThrough: passThrough !== null,
    completion: completionOf(node),
    shapes: createShapes(graph.schema, read.operation, read.fragments),
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
