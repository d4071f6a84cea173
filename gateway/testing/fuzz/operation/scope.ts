import type { GraphQLOutputType } from 'graphql'
import { isCompositeType, getNamedType } from 'graphql'

interface SelectedField {
  /** Field and arguments: two selections of one response name must agree on it. */
  readonly signature: string
  /** The object type that alone can meet the selection; null when several can. */
  readonly only: string | null
  readonly type: GraphQLOutputType
  readonly below: Scope
}

/** The response names of one object, with the fields selected under each over all fragments, whose merge must agree. */
export class Scope {
  readonly #selected = new Map<string, SelectedField[]>()

  /**
   * The scope below the response name, or null when the document would not be valid with this selection: another
   * field has the name for an object that may be the same, or with another shape.
   */
  enter(name: string, field: Omit<SelectedField, 'below'>): Scope | null {
    const known = this.#selected.get(name) ?? []
    const same = known.find(({ signature, only }) => signature === field.signature && only === field.only)
    if (same) return same.below
    const fits = known.every(
      (each) =>
        (each.signature === field.signature && String(each.type) === String(field.type)) ||
        (each.only !== null &&
          field.only !== null &&
          each.only !== field.only &&
          String(each.type) === String(field.type) &&
          !isCompositeType(getNamedType(each.type))),
    )
    if (!fits) return null
    // Selections that may meet the same object share what is below, so that it agrees as well.
    const below = known.find(({ signature }) => signature === field.signature)?.below ?? new Scope()
    this.#selected.set(name, [...known, { ...field, below }])
    return below
  }
}
