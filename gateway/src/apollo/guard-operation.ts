import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { perConditions } from '../execution/conditions.ts'
import type { JsonObject } from '../execution/json.ts'
import type { Graph } from '../graph/graph.ts'
import { fragmentsOf, planOf } from '../operation/prepare-operation.ts'
import { protectNames, type ProtectedOperation } from '../operation/protected-names.ts'
import { hasConditionalInputs, resolveConditions } from '../operation/resolve-conditions.ts'

/** An operation as Apollo's planner is given it, so that it cannot go wrong. */
export interface GuardedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Tells apart what is planned of one document. */
  readonly variant: string
  /** The way from and to the client's names, where they are not the same. */
  readonly names: ProtectedOperation | null
}

/** By the coerced variables, under the client's names. */
export type Guarded = (variables: JsonObject) => GuardedOperation

const CONDITIONAL = /@(?:skip|include)\b/

const operationOf = ({ definitions }: DocumentNode, { name }: OperationDefinitionNode) =>
  definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === 'OperationDefinition' && each.name?.value === name?.value,
  )

/** What the compiled executor does when it plans, for Apollo's, which plans by itself. */
export function guardOperation(
  graph: Graph,
  source: string,
  { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
): Guarded {
  const names = protectNames(document, operation, graph.names)
  const read = names ?? { document, operation }
  const whole: GuardedOperation = { document: read.document, operation: read.operation, variant: '', names }
  const conditional =
    CONDITIONAL.test(source) && hasConditionalInputs(planOf(graph, read.document, operation.name?.value))
  if (!conditional) return () => whole
  let variants = 0
  return perConditions(operation, fragmentsOf(document), (variables) => {
    const resolved = resolveConditions(read.document, names?.variables(variables) ?? variables)
    const its = operationOf(resolved, operation) ?? read.operation
    return { document: resolved, operation: its, variant: `#${++variants}`, names }
  })
}
