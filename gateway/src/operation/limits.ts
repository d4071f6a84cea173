import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'
import { conditionVariables, MAX_CONDITIONS } from '../document/conditions.ts'
import { refuseDocument, type Refusal } from '../errors/refusal.ts'

export interface DocumentLimits {
  readonly maxTokens: number
  readonly maxDepth: number
  readonly maxAliases: number
  /** Fields after fragments are expanded, so that nested spreads cannot grow without bound. */
  readonly maxFields: number
  /**
   * How often a field may stand on one path. A goal's activities' goals' activities… multiply at every turn, so a
   * short document could ask for millions of rows; the lists of one connection (`edges`, `node`) do not count.
   */
  readonly maxRepeats: number
  /** Variables that conditions depend on: each way that they can turn out may be planned by itself. */
  readonly maxConditions: number
  /** What an operation may cost, in objects by the sizes that lists say; looked at in valid documents. */
  readonly maxCost: number
}

export const DEFAULT_LIMITS: DocumentLimits = {
  maxTokens: 4000,
  maxDepth: 20,
  maxAliases: 100,
  maxFields: 4000,
  maxRepeats: 2,
  maxConditions: MAX_CONDITIONS,
  maxCost: 10_000,
}

interface Size {
  depth: number
  aliases: number
  fields: number
  /** By field name: how often it stands on the path where it stands most. */
  repeats: ReadonlyMap<string, number>
}

interface Total extends Size {
  readonly repeats: Map<string, number>
}

const nothing = (): Total => ({ depth: 0, aliases: 0, fields: 0, repeats: new Map() })

const UNCOUNTED = new Set(['edges', 'node'])
const NEVER: ReadonlyMap<string, number> = new Map()
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
    const total = nothing()
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

  #addField(total: Total, field: Extract<SelectionSetNode['selections'][number], { kind: 'Field' }>) {
    total.fields++
    if (field.alias) total.aliases++
    const name = field.name.value
    const inner = this.of(field.selectionSet)
    // Introspection goes through `ofType` again and again by nature; what multiplies there is refused by validation.
    const repeated = INTROSPECTION.has(name) ? NEVER : inner.repeats
    this.#add(total, { ...inner, depth: inner.depth + 1, repeats: repeated })
    if (!field.selectionSet || UNCOUNTED.has(name)) return
    const repeats = 1 + (inner.repeats.get(name) ?? 0)
    total.repeats.set(name, Math.max(repeats, total.repeats.get(name) ?? 0))
  }

  #add(total: Total, inner: Size) {
    total.depth = Math.max(total.depth, inner.depth)
    total.aliases += inner.aliases
    total.fields += inner.fields
    for (const [name, repeats] of inner.repeats)
      total.repeats.set(name, Math.max(repeats, total.repeats.get(name) ?? 0))
  }

  #ofFragment(name: string): Size {
    const known = this.#sizes.get(name)
    if (known) return known
    // A cycle counts as nothing here: validation refuses it.
    this.#sizes.set(name, nothing())
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
  if (conditionVariables(document).length > limits.maxConditions)
    return refuseDocument('DOCUMENT_TOO_MANY_CONDITIONS', [
      { message: `More than ${limits.maxConditions} variables in conditions.` },
    ])
  for (const { selectionSet } of operations) {
    const { depth, aliases, fields, repeats } = sizer.of(selectionSet)
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
    if ([...repeats.values()].some((count) => count > limits.maxRepeats))
      return refuseDocument('DOCUMENT_TOO_RECURSIVE', [
        { message: `A field within itself more than ${limits.maxRepeats} times.` },
      ])
  }
  return null
}
