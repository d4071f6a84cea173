import {
  isCompositeType,
  isAbstractType,
  isObjectType,
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

/** What is known of the object at hand: its own type by name, or only the type of the field it came from. */
export interface ObjectType {
  readonly type: GraphQLCompositeType
  readonly exact: boolean
}

const isTypename = ({ name }: FieldNode) => name.value === '__typename'

function applies(
  schema: GraphQLSchema,
  condition: GraphQLCompositeType,
  type: GraphQLCompositeType,
): boolean {
  if (condition === type) return true
  if (!isAbstractType(condition)) return false
  return (isObjectType(type) || 'getInterfaces' in type) && schema.isSubType(condition, type)
}

/**
 * The specification's CollectFields. The object's type is known by its `__typename` or, when that was not fetched, by
 * the field alone; nested type conditions then narrow it.
 */
export function collectFields(
  conditions: Conditions,
  sets: readonly PlacedSet[],
  { type, exact }: ObjectType,
): CollectedField[] {
  const { schema, fragments, included } = conditions
  const fields = new Map<string, CollectedField>()
  const walk = (set: SelectionSetNode, parent: GraphQLCompositeType) => {
    for (const selection of set.selections) {
      if (!included(selection)) continue
      if (selection.kind === 'Field') {
        const name = selection.alias?.value ?? selection.name.value
        const known = fields.get(name)
        const place = { node: selection, parent: exact && isTypename(selection) ? type : parent }
        if (known) known.places.push(place)
        else fields.set(name, { name, places: [place] })
        continue
      }
      const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection
      if (!fragment) continue
      const condition = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent
      if (isCompositeType(condition) && applies(schema, condition, exact ? type : parent))
        walk(fragment.selectionSet, condition)
    }
  }
  for (const { set, parent } of sets) walk(set, parent)
  return [...fields.values()]
}
