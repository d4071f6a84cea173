import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'

interface Size {
  depth: number
  aliases: number
  fields: number
  /** By field name: how often it is on the path that has it most often. */
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
export class Sizer {
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

/** The fields of an operation, fragments spread out. */
export const fieldsOf = (document: DocumentNode, { selectionSet }: OperationDefinitionNode): number =>
  new Sizer(document).of(selectionSet).fields
