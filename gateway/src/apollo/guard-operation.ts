import { hash } from 'node:crypto'
import { print, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { mentionsCondition, perConditions } from '../document/conditions.ts'
import type { JsonObject } from '../json/json.ts'
import type { Graph } from '../graph/graph.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import { planOf } from '../operation/prepare-operation.ts'
import { hasScatteredIntrospection, mergeIntrospection } from './merge-introspection.ts'
import { protectNames, type ProtectedOperation } from '../operation/protected-names.ts'
import { isMisled, resolveConditions } from '../operation/resolve-conditions.ts'

/** An operation as Apollo's planner is given it, so that it cannot go wrong. */
export interface GuardedOperation {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Distinguishes the plans of one document, also after it was dropped from this cache and its plans were not. */
  readonly variant: string
  /** The way from and to the client's names, where they are not the same. */
  readonly names: ProtectedOperation | null
}

/** By the coerced variables, under the client's names. */
export type Guarded = (variables: JsonObject) => GuardedOperation

/** The same operation in a rewritten document. */
function operationIn(
  { definitions }: DocumentNode,
  { name }: OperationDefinitionNode,
): OperationDefinitionNode {
  for (const each of definitions)
    if (each.kind === 'OperationDefinition' && each.name?.value === name?.value) return each
  throw new Error('The operation is not of the document')
}

/** What the compiled executor does when it plans and answers, for Apollo's, which does both by itself. */
export function guardOperation(
  graph: Graph,
  source: string,
  { document, operation }: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
): Guarded {
  const names = protectNames(document, operation, graph.names)
  const read = names ?? { document, operation }

  function guarded(its: DocumentNode): GuardedOperation {
    const merged = mergeIntrospection(its, operationIn(its, operation))
    const variant = hash('sha256', print(merged))
    return { document: merged, operation: operationIn(merged, operation), variant, names }
  }

  const mayMislead = () =>
    hasScatteredIntrospection(read.document, read.operation) ||
    isMisled(read.document, planOf(graph, read.document, operation.name?.value))
  if (mentionsCondition(source) && mayMislead())
    return perConditions(operation, fragmentsOf(document), (variables) =>
      guarded(resolveConditions(read.document, names?.variables(variables) ?? variables)),
    )
  const whole = guarded(read.document)
  return () => whole
}
