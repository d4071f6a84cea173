import {
  isCompositeType,
  isTypeSubTypeOf,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

export interface Conditions {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly included: (node: SelectionNode) => boolean
}

/** A selection set with the type that it was written for. */
export interface PlacedSet {
  readonly set: SelectionSetNode
  readonly parent: GraphQLCompositeType
}

export interface PlacedField {
  readonly node: FieldNode
  readonly parent: GraphQLCompositeType
}

/** One response name, with all the places where the document selects it. */
export interface CollectedField {
  readonly name: string
  readonly places: [PlacedField, ...PlacedField[]]
}

/**
 * The specification's CollectFields. `type` is what is known of the object: by its `__typename` or, when that was not
 * fetched, by the field that it came from.
 */
export function collectFields(
  conditions: Conditions,
  sets: readonly PlacedSet[],
  type: GraphQLCompositeType,
): CollectedField[] {
  const { schema, fragments, included } = conditions
  const fields = new Map<string, CollectedField>()
  const walk = (set: SelectionSetNode, parent: GraphQLCompositeType) => {
    for (const selection of set.selections) {
      if (!included(selection)) continue
      if (selection.kind === 'Field') {
        const name = selection.alias?.value ?? selection.name.value
        const known = fields.get(name)
        const place = { node: selection, parent }
        if (known) known.places.push(place)
        else fields.set(name, { name, places: [place] })
        continue
      }
      const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection
      if (!fragment) continue
      const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent
      if (isCompositeType(condition) && isTypeSubTypeOf(schema, type, condition))
        walk(fragment.selectionSet, condition)
    }
  }
  for (const { set, parent } of sets) walk(set, parent)
  return [...fields.values()]
}
