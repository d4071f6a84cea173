import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'
import { refuseDocument, type Refusal } from '../errors/refusal.ts'

export interface DocumentLimits {
  readonly maxTokens: number
  readonly maxDepth: number
  readonly maxAliases: number
  /** Fields after fragments are expanded, so that nested spreads cannot grow without bound. */
  readonly maxFields: number
}

export const DEFAULT_LIMITS: DocumentLimits = {
  maxTokens: 4000,
  maxDepth: 20,
  maxAliases: 100,
  maxFields: 4000,
}

interface Size {
  depth: number
  aliases: number
  fields: number
}

const INTROSPECTION = new Set(['__schema', '__type'])

/** Sizes of a document with every fragment counted where it is spread, in time linear in the document. */
class Sizer {
  readonly #fragments = new Map<string, FragmentDefinitionNode>()
  readonly #sizes = new Map<string, Size>()

  constructor(document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === 'FragmentDefinition') this.#fragments.set(definition.name.value, definition)
  }

  of(set: SelectionSetNode | undefined): Size {
    const total: Size = { depth: 0, aliases: 0, fields: 0 }
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'Field') this.#addField(total, selection)
      else
        this.#add(
          total,
          selection.kind === 'FragmentSpread'
            ? this.#ofFragment(selection.name.value)
            : this.of(selection.selectionSet),
        )
    }
    return total
  }

  #addField(total: Size, field: Extract<SelectionSetNode['selections'][number], { kind: 'Field' }>) {
    total.fields++
    if (field.alias) total.aliases++
    // Introspection nests deeply by nature and has its own rule in validation.
    if (INTROSPECTION.has(field.name.value)) return
    const inner = this.of(field.selectionSet)
    this.#add(total, { ...inner, depth: inner.depth + 1 })
  }

  #add(total: Size, inner: Size) {
    total.depth = Math.max(total.depth, inner.depth)
    total.aliases += inner.aliases
    total.fields += inner.fields
  }

  #ofFragment(name: string): Size {
    const known = this.#sizes.get(name)
    if (known) return known
    // A cycle counts as nothing here: validation refuses it.
    this.#sizes.set(name, { depth: 0, aliases: 0, fields: 0 })
    const size = this.of(this.#fragments.get(name)?.selectionSet)
    this.#sizes.set(name, size)
    return size
  }
}

/** Refuses a document that would cost too much to validate or plan; looks at syntax alone. */
export function overLimit(document: DocumentNode, limits: DocumentLimits): Refusal | null {
  const sizer = new Sizer(document)
  const operations = document.definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === 'OperationDefinition',
  )
  for (const { selectionSet } of operations) {
    const { depth, aliases, fields } = sizer.of(selectionSet)
    if (depth > limits.maxDepth)
      return refuseDocument('DOCUMENT_TOO_DEEP', [{ message: `Deeper than ${limits.maxDepth} fields.` }])
    if (aliases > limits.maxAliases)
      return refuseDocument('DOCUMENT_TOO_MANY_ALIASES', [
        { message: `More than ${limits.maxAliases} aliases.` },
      ])
    if (fields > limits.maxFields)
      return refuseDocument('DOCUMENT_TOO_MANY_FIELDS', [
        { message: `More than ${limits.maxFields} fields.` },
      ])
  }
  return null
}
