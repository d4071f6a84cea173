import { operationFromDocument } from '@apollo/federation-internals'
import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner'
import type { DocumentNode, OperationDefinitionNode, VariableDefinitionNode } from 'graphql'
import { weightOf } from '../../document/text-cache.ts'
import { perConditions } from '../../document/conditions.ts'
import type { JsonObject } from '../../json/json.ts'
import { createShapes, type Shapes } from '../../execution/response-shape.ts'
import type { Graph } from '../../graph/graph.ts'
import { fragmentsOf } from '../../document/fragments-of.ts'
import { variablesOf, type Judge } from '../../operation/coerce-variables.ts'
import { findPassThrough, type PassThrough } from '../../operation/pass-through.ts'
import { Passed } from '../../operation/passed.ts'
import { registryOf, spellingsOf, textsByHash } from '../../operation/registered-operations.ts'
import { PaidPlans } from '../../cost/paid-plans.ts'
import { priceOperation } from '../../cost/price-operation.ts'
import { fieldsOf } from '../../document/size.ts'
import { protectNames, type ProtectedOperation } from '../../operation/protected-names.ts'
import { isMisled, resolveConditions } from '../../operation/resolve-conditions.ts'
import { StreamFailure } from '../contract/failure.ts'
import type { Settings } from '../contract/options.ts'
import { bindCursor, findCursorArgument, type CursorArgument } from './cursor-argument.ts'
import { readRootField } from './document.ts'
import type { RootField } from './root-field.ts'

/**
 * The name that the plan has for the sender of the event; the control character makes it differ from any real subgraph.
 */
export const EVENT_SOURCE = '\u0000event'

/** The result of planning, made once per document and shared by all who subscribe to it. */
export interface SubscriptionPlan {
  readonly id: number
  readonly graph: Graph
  readonly text: string
  /** What is executed: the document with its root field alone, under names that meet no hidden ones. */
  readonly document: DocumentNode
  readonly root: RootField
  /** Name of the root field. */
  readonly field: string
  /** The client's own variables, also those of conditions around the root field. */
  readonly judge: Judge
  readonly declared: readonly VariableDefinitionNode[]
  /** What is executed with. */
  readonly variableDefinitions: readonly VariableDefinitionNode[]
  /** The way from and to the client's names, where they are not those of what is executed. */
  readonly names: ProtectedOperation | null
  readonly subgraph: string
  /**
   * The operation for the owning subgraph; it takes the position as a variable where the field has a cursor argument.
   */
  readonly query: string
  readonly cursor: CursorArgument | null
  /** The client's variables that the query declares. */
  readonly variables: readonly string[]
  /** Set if an event that is as it should be goes to the client as the subgraph sent it. */
  readonly passThrough: PassThrough | null
  /** Under coerced variables: the event itself as first step, then what other subgraphs add to it. */
  completionFor(variables: JsonObject): QueryPlan
  readonly shapes: Shapes
  /** What an event costs under a client's variables. */
  price(variables: JsonObject): number
  /** Its fields, fragments spread out: an event costs no less. */
  readonly size: number
  /** Whether a client has registered it: its events are not paid for. */
  readonly isRegistered: boolean
}

/** The documents of one graph that have passed, and the plans of their operations. */
export interface Generation {
  readonly graph: Graph
  readonly passed: Passed
  /** Hash → text of what is registered. */
  readonly texts: ReadonlyMap<string, string>
  readonly plans: WeakMap<OperationDefinitionNode, SubscriptionPlan>
  readonly paidPlans: PaidPlans
  readonly isRegistered: (document: DocumentNode) => boolean
}

/** The state for a graph that has no plans yet. */
export function newGeneration(graph: Graph, { registered: listed, limits }: Settings): Generation {
  const registered = listed()
  return {
    ...{ graph, plans: new WeakMap(), paidPlans: new PaidPlans(), isRegistered: registryOf(registered) },
    texts: textsByHash(registered),
    passed: new Passed(spellingsOf(registered), limits.documents * weightOf('')),
  }
}

let planCount = 0

interface Executed {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

function subscriptionNode(graph: Graph, { document, operation }: Executed): SubscriptionNode {
  const name = operation.name?.value
  const read = operationFromDocument(graph.apiSchema, document, name ? { operationName: name } : {})
  const { node } = graph.planner.buildQueryPlan(read)
  if (node?.kind === 'Subscription') return node
  throw StreamFailure.of('GRAPHQL_VALIDATION_FAILED', 'The subscription cannot be planned.')
}

/**
 * Names of variables matter where another subgraph adds to an event. Those of fields always do: the planner's own are known by
 * their form, also in the place of an error of the event itself.
 */
function executionOf(graph: Graph, { document, operation }: RootField) {
  const names = protectNames(document, operation, graph.names)
  if (names) {
    const node = subscriptionNode(graph, names)
    if (node.rest || names.names.size > 0)
      return { document: names.document, operation: names.operation, names, node }
  }
  return { document, operation, names: null, node: subscriptionNode(graph, { document, operation }) }
}

function completionOf({ primary, rest }: SubscriptionNode): QueryPlan {
  const { requires: _requires, ...fetch } = primary
  const event: PlanNode = { ...fetch, serviceName: EVENT_SOURCE }
  return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: rest ? [event, rest] : [event] } }
}

/** As queries are planned: by combination of the conditions where the planner would confuse them. */
function completionsOf(graph: Graph, executed: Executed, node: SubscriptionNode) {
  const { document, operation } = executed
  const completion = completionOf(node)
  if (!isMisled(document, completion)) return () => completion
  return perConditions(operation, fragmentsOf(document), (variables) => {
    const resolved = resolveConditions(document, variables)
    const { rest } = subscriptionNode(graph, { document: resolved, operation })
    return completionOf({ kind: 'Subscription', primary: node.primary, ...(rest && { rest }) })
  })
}

interface ReadPlan {
  readonly text: string
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

/** Throws a StreamFailure if the document is not to be served. */
export function makePlan(
  { graph, isRegistered }: Generation,
  { text, document: given, operation: requested }: ReadPlan,
  settings: Settings,
): SubscriptionPlan {
  const root = readRootField(graph.schema, given, requested, settings.documentLimits)
  const { document, operation, names, node } = executionOf(graph, root)
  const fragments = fragmentsOf(document)
  const whole: QueryPlan = { kind: 'QueryPlan', node: node.rest ? node : node.primary }
  const passThrough = names ? null : findPassThrough(graph, whole, operation, fragments)
  const query = passThrough?.query ?? node.primary.operation
  const argument = findCursorArgument(graph.supergraphSchema, root.name, settings.cursorArgument)
  const cursor = argument ? bindCursor(query, argument) : null
  const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
  const sent = passThrough ? declared : (node.primary.variableUsages ?? [])
  return {
    id: ++planCount,
    ...{ graph, text, document, root, names },
    judge: variablesOf(graph.schema, given, requested),
    declared: requested.variableDefinitions ?? [],
    variableDefinitions: operation.variableDefinitions ?? [],
    field: root.name,
    subgraph: node.primary.serviceName,
    query: cursor?.query ?? query,
    cursor,
    variables: sent.filter((each) => each !== cursor?.variable),
    passThrough,
    completionFor: completionsOf(graph, { document, operation }, node),
    shapes: createShapes(graph.schema, operation, fragments, names?.names),
    price: priceOperation(graph.prices, root.document, root.operation),
    size: fieldsOf(given, requested),
    isRegistered: isRegistered(given),
  }
}
