import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLOutputType,
} from 'graphql'
import type { CollectedField, ObjectType, PlacedField, PlacedSet } from './collect-fields.ts'

/**
 * A field as the type of the object declares it: an implementation may narrow the interface's type, also to non-null.
 * When the object's own type is unknown, the narrowest type among the places where the document selects the field.
 */
export function typeOf({ type, exact }: ObjectType, { places }: CollectedField): GraphQLOutputType {
  const [first] = places
  const own = exact && isObjectType(type) ? type.getFields()[first.node.name.value] : undefined
  if (own) return own.type
  const types = places.map(fieldTypeOf)
  return types.find((each) => isObjectType(getNamedType(each))) ?? fieldTypeOf(first)
}

function fieldTypeOf({ parent, node }: PlacedField): GraphQLOutputType {
  const definition = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined
  if (!definition) throw new Error(`No field ${parent.name}.${node.name.value}`)
  return definition.type
}

/** The selections below a field, from all the places that select it. */
export function setsOf(places: readonly PlacedField[]): PlacedSet[] {
  return places.flatMap((place): PlacedSet[] => {
    const set = place.node.selectionSet
    const inner = getNamedType(fieldTypeOf(place))
    return set && isCompositeType(inner) ? [{ set, parent: inner }] : []
  })
}

/** The type of the objects in a field, without lists; null for a leaf. */
export function compositeOf({ places: [first] }: CollectedField): GraphQLCompositeType | null {
  const type = getNamedType(fieldTypeOf(first))
  return isCompositeType(type) ? type : null
}
