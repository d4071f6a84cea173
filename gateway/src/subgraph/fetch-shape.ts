import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from '../document/fragments-of.ts'

export const ENTITIES = '_entities'

/**
 * One response name and what may be under it. All types that an object may have are one here: by the rules of
 * GraphQL, fields of one response name are alike in lists and in being objects whatever object they belong to.
 */
export interface FieldShape {
  readonly name: string
  /** How many lists are around each value. */
  readonly lists: number
  /** The fields of an object; null for a leaf. */
  readonly inner: ObjectShape | null
  /** The leaf's type by name; null for an object, and for what the schema does not have. */
  readonly leaf: string | null
}

export interface ObjectShape {
  readonly fields: readonly FieldShape[]
  /** Those of them that are lists or objects. */
  readonly structured: readonly FieldShape[]
}

/** What is known of a fetch's answer before it comes. Compiled once per document. */
export interface FetchShape extends ObjectShape {
  /** Whether entities are fetched, by their representations. */
  readonly ofEntities: boolean
}

interface Source {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

interface PlacedSet {
  readonly set: SelectionSetNode
  readonly parent: GraphQLCompositeType | undefined
}

interface Found {
  readonly type: GraphQLOutputType | undefined
  readonly sets: PlacedSet[]
}

function collect({ schema, fragments }: Source, sets: readonly PlacedSet[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  const walk = ({ set, parent }: PlacedSet): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value
        const type =
          parent && 'getFields' in parent ? parent.getFields()[selection.name.value]?.type : undefined
        const known = found.get(name) ?? { type, sets: [] }
        found.set(name, known)
        const inner = getNamedType(type)
        if (selection.selectionSet)
          known.sets.push({ set: selection.selectionSet, parent: isCompositeType(inner) ? inner : undefined })
        continue
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value)
      if (fragment)
        walk({ set: fragment.selectionSet, parent: isCompositeType(condition) ? condition : parent })
    }
  }
  sets.forEach(walk)
  return found
}

function listsAround(type: GraphQLOutputType | undefined): number {
  const nullable = type && getNullableType(type)
  return isListType(nullable) ? 1 + listsAround(nullable.ofType as GraphQLOutputType) : 0
}

function objectShape(source: Source, sets: readonly PlacedSet[]): ObjectShape {
  const fields = [...collect(source, sets)].map(([name, { type, sets: below }]): FieldShape => {
    const inner = below.length > 0 ? objectShape(source, below) : null
    // The supergraph's schema does not have `_entities`, which is a list.
    const lists = name === ENTITIES && !type ? 1 : listsAround(type)
    return { name, lists, inner, leaf: inner ? null : (getNamedType(type)?.name ?? null) }
  })
  return { fields, structured: fields.filter(({ lists, inner }) => lists > 0 || inner) }
}

const isOfEntities = ({ selectionSet: { selections } }: OperationDefinitionNode) =>
  selections.some((each) => each.kind === Kind.FIELD && each.name.value === ENTITIES)

/**
 * Compiles the shape of a fetch from its document, whose one operation is what the subgraph is sent. `schema` is the
 * supergraph's, with what clients may not see; throws when the document has no operation.
 */
export function compileFetchShape(schema: GraphQLSchema, document: DocumentNode): FetchShape {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('A fetch without an operation')
  const source = { schema, fragments: fragmentsOf(document) }
  const parent = schema.getRootType(operation.operation) ?? undefined
  return {
    ...objectShape(source, [{ set: operation.selectionSet, parent }]),
    ofEntities: isOfEntities(operation),
  }
}
