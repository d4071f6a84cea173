import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { conditionVariables } from '../document/conditions.ts'
import { defaultsOf } from '../document/defaults-of.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import type { JsonObject } from '../json/json.ts'

interface Asked {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: JsonObject
}

/** What of each document was asked for and paid: which operation, and how its conditions turned out. */
export class Ways {
  readonly #paid = new WeakMap<DocumentNode, Set<string>>()
  readonly #conditions = new WeakMap<OperationDefinitionNode, readonly string[]>()

  /** Whether it is to be paid for by itself: a document's first way came with its text. */
  isNew(asked: Asked): boolean {
    const paid = this.#paid.get(asked.document)
    return paid !== undefined && !paid.has(this.#wayOf(asked))
  }

  add(asked: Asked): void {
    const paid = this.#paid.get(asked.document) ?? new Set()
    this.#paid.set(asked.document, paid.add(this.#wayOf(asked)))
  }

  #wayOf({ document, operation, variables }: Asked): string {
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
