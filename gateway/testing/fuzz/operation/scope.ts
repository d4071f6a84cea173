import type { GraphQLOutputType } from 'graphql'
import { isCompositeType, getNamedType } from 'graphql'

interface Asked {
  /** Field and arguments: two selections of one response name must agree on it. */
  readonly signature: string
  /** The object type that alone can meet the selection; null when several can. */
  readonly only: string | null
  readonly type: GraphQLOutputType
  readonly below: Scope
}

/** The response names of one object and what stands behind each, over all fragments: what merges must agree. */
export class Scope {
  readonly #asked = new Map<string, Asked[]>()

  /**
   * The scope below the response name, or null when the document would not be valid with this selection: another
   * field has the name for an object that may be the same, or with another shape.
   */
  enter(name: string, asked: Omit<Asked, 'below'>): Scope | null {
    const known = this.#asked.get(name) ?? []
    const same = known.find(({ signature, only }) => signature === asked.signature && only === asked.only)
    if (same) return same.below
    const fits = known.every(
      (each) =>
        (each.signature === asked.signature && String(each.type) === String(asked.type)) ||
        (each.only !== null &&
          asked.only !== null &&
          each.only !== asked.only &&
          String(each.type) === String(asked.type) &&
          !isCompositeType(getNamedType(each.type))),
    )
    if (!fits) return null
    // Selections that may meet the same object share what is below, so that it agrees as well.
    const below = known.find(({ signature }) => signature === asked.signature)?.below ?? new Scope()
    this.#asked.set(name, [...known, { ...asked, below }])
    return below
  }
}
