import {
  getNamedType,
  isCompositeType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql'
import type { CollectedField, PlacedField, PlacedSet } from './collect-fields.ts'

/**
 * A field as the type of the object declares it: an implementation may narrow the interface's type, also to non-null.
 * A type that a subgraph named and that does not have the field leaves the type for which the document selects it.
 */
export function typeOf(type: GraphQLCompositeType, { places: [place] }: CollectedField): GraphQLOutputType {
  return fieldOf(type, place)?.type ?? fieldTypeOf(place)
}

const fieldOf = (
  type: GraphQLCompositeType,
  { node }: PlacedField,
): GraphQLField<unknown, unknown> | undefined =>
  'getFields' in type ? type.getFields()[node.name.value] : undefined

function fieldTypeOf(place: PlacedField): GraphQLOutputType {
  const field = fieldOf(place.parent, place)
  if (!field) throw new Error(`No field ${place.parent.name}.${place.node.name.value}`)
  return field.type
}

/** The selections below a field, from all the places that select it. */
export function setsOf(places: readonly PlacedField[]): PlacedSet[] {
  return places.flatMap((place): PlacedSet[] => {
    const set = place.node.selectionSet
    const parent = compositeOf(fieldTypeOf(place))
    return set && parent ? [{ set, parent }] : []
  })
}

/** The type of the objects in a field, without lists; null for a leaf. */
export function compositeOf(field: GraphQLOutputType): GraphQLCompositeType | null {
  const type = getNamedType(field)
  return isCompositeType(type) ? type : null
}
