import { operationFromDocument } from '@apollo/federation-internals'
import type { SubscriptionNode } from '@apollo/query-planner'
import type { OperationDefinitionNode } from 'graphql'
import type { Graph } from '../../graph/graph.ts'
import { fragmentsOf } from '../../operation/fragments-of.ts'
import { findPassThrough, type PassThrough } from '../../operation/pass-through.ts'
import { protectNames, type ProtectedOperation } from '../../operation/protected-names.ts'
import { StreamFailure } from '../failure.ts'
import type { RootField } from './root-field.ts'
import type { Fragments } from './root-selections.ts'

/** A subscription with its plan. */
export interface PlannedRoot {
  /** What is planned and executed: the client's, with protected names where its own could meet hidden ones. */
  readonly operation: OperationDefinitionNode
  readonly fragments: Fragments
  /** The way from and to the client's names, where they are not the same. */
  readonly names: ProtectedOperation | null
  readonly node: SubscriptionNode
  /** Set when an event of the subgraph is the client's. */
  readonly passThrough: PassThrough | null
}

function subscriptionNode(
  { apiSchema, planner }: Graph,
  { document, operation }: Pick<RootField, 'document' | 'operation'>,
): SubscriptionNode {
  const name = operation.name?.value
  const read = operationFromDocument(apiSchema, document, name ? { operationName: name } : {})
  const { node } = planner.buildQueryPlan(read)
  if (node?.kind === 'Subscription') return node
  throw StreamFailure.of('GRAPHQL_VALIDATION_FAILED', 'The subscription cannot be planned.')
}

/** Plans a subscription, as any operation: under names that meet none of the planner's. Throws a StreamFailure. */
export function planRoot(graph: Graph, root: RootField, fragments: Fragments): PlannedRoot {
  const names = protectNames(root.document, root.operation, graph.names)
  const node = subscriptionNode(graph, names ?? root)
  const passThrough = findPassThrough(
    graph,
    { kind: 'QueryPlan', node: node.rest ? node : node.primary },
    root.operation,
    fragments,
  )
  if (names && !passThrough) {
    const { document, operation } = names
    return { operation, fragments: fragmentsOf(document), names, node, passThrough }
  }
  // What is passed through is the client's own text, in which its names meet nothing.
  const own = names ? subscriptionNode(graph, root) : node
  return { operation: root.operation, fragments, names: null, node: own, passThrough }
}
