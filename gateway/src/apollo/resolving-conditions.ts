import { operationFromDocument } from '@apollo/federation-internals'
import { getVariableValues, Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { hasConditions, perConditions } from '../execution/conditions.ts'
import type { JsonObject } from '../execution/json.ts'
import type { Graph } from '../graph/graph.ts'
import { fragmentsOf } from '../operation/fragments-of.ts'
import { hasConditionalInputs, resolveConditions } from '../operation/resolve-conditions.ts'
import type { Executor } from './portal-gateway.ts'

/** An operation without conditions, as Apollo's executor takes it. */
interface Resolved {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Keeps its plan apart from those of the other combinations. */
  readonly combination: string
}

type Resolve = (variables: JsonObject) => Resolved

function resolverOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  graph: Graph,
): Resolve | null {
  const fragments = fragmentsOf(document)
  if (!hasConditions(operation, fragments)) return null
  const name = operation.name?.value
  const planned = operationFromDocument(graph.apiSchema, document, name ? { operationName: name } : {})
  if (!hasConditionalInputs(graph.planner.buildQueryPlan(planned))) return null
  return perConditions(operation, fragments, (variables, combination) => {
    const resolved = resolveConditions(document, variables)
    const same = resolved.definitions[document.definitions.indexOf(operation)]
    if (same?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The operation is not of the document')
    return { document: resolved, operation: same, combination }
  })
}

/** Apollo's executor, given operations without conditions where its planner confuses what they leave out. */
export function resolvingConditions(own: Executor, graph: Graph): Executor {
  const known = new WeakMap<OperationDefinitionNode, Resolve | null>()
  return (request) => {
    const { document, operation, queryHash } = request
    let resolve = known.get(operation)
    if (resolve === undefined) known.set(operation, (resolve = resolverOf(document, operation, graph)))
    if (!resolve) return own(request)
    const { variables = {} } = request.request
    const { coerced } = getVariableValues(graph.schema, operation.variableDefinitions ?? [], variables)
    // Variables that do not fit are refused by the executor itself.
    if (!coerced) return own(request)
    const { combination, ...resolved } = resolve(coerced)
    return own({ ...request, ...resolved, queryHash: `${queryHash} ${combination}` })
  }
}
