import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { conditionVariables } from '../document/conditions.ts'
import { defaultsOf } from '../document/defaults-of.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import type { JsonObject } from '../json/json.ts'

interface PlanRequest {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: JsonObject
}

/** The plans that have been charged: one for each operation of a document and each outcome of its conditions. */
export class PaidPlans {
  readonly #paid = new WeakMap<DocumentNode, Set<string>>()
  readonly #conditions = new WeakMap<OperationDefinitionNode, readonly string[]>()

  /** Whether the plan has to be charged by itself. A document's first plan is charged with its text. */
  isNew(request: PlanRequest): boolean {
    const paid = this.#paid.get(request.document)
    return paid !== undefined && !paid.has(this.#keyOf(request))
  }

  add(request: PlanRequest): void {
    const paid = this.#paid.get(request.document) ?? new Set()
    this.#paid.set(request.document, paid.add(this.#keyOf(request)))
  }

  #keyOf({ document, operation, variables }: PlanRequest): string {
    const given = { ...defaultsOf(operation), ...variables }
    const conditions = this.#conditionsOf(document, operation)
    return `${operation.name?.value} ${conditions.map((name) => Number(given[name] === true)).join('')}`
  }

  #conditionsOf(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
    const known = this.#conditions.get(operation)
    if (known) return known
    const definitions = [operation, ...fragmentsOf(document).values()]
    const found = conditionVariables({ kind: Kind.DOCUMENT, definitions })
    this.#conditions.set(operation, found)
    return found
  }
}
