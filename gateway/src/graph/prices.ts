import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLDirective,
  GraphQLInt,
  GraphQLList,
  GraphQLString,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql'

/** The sizes of a field's list, or of the lists in its `sizedFields`. */
export interface ListSize {
  readonly assumedSize: number
  /** Arguments that set the size; the greatest counts when several are given. */
  readonly slicingArguments: readonly string[]
  readonly sizedFields: readonly string[]
}

/** The prices of a supergraph's fields, as the cost specification has them. */
export interface Prices {
  readonly schema: GraphQLSchema
  sizeOf(field: GraphQLField<unknown, unknown>): ListSize | null
  /** Of one object that the field gives; a leaf costs nothing. */
  weightOf(field: GraphQLField<unknown, unknown>): number
  /** What it costs to give an argument, or a field of an input object. */
  weightOfInput(input: GraphQLArgument | GraphQLInputField): number
}

const strings = new GraphQLList(GraphQLString)
const COST = new GraphQLDirective({ name: 'cost', locations: [], args: { weight: { type: GraphQLInt } } })
const LIST_SIZE = new GraphQLDirective({
  name: 'listSize',
  locations: [],
  args: {
    assumedSize: { type: GraphQLInt },
    slicingArguments: { type: strings },
    sizedFields: { type: strings },
  },
})

/** The size of a list without `@listSize`; a test of the graph ensures that it has none. */
const UNSAID = 10
/** The weight of an introspected object, against 1 for an object of a subgraph: it needs no request to a subgraph. */
const INTROSPECTED = 1 / 50

interface Element {
  readonly astNode?: unknown
}

const weightAt = ({ astNode }: Element): number | undefined =>
  getDirectiveValues(COST, (astNode ?? {}) as never)?.['weight'] as number | undefined

/** How many types there are, and how many parts one has. */
function measure(schema: GraphQLSchema) {
  const types = Object.values(schema.getTypeMap())
  const parts = types.map((type) =>
    isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
      ? Object.keys(type.getFields()).length
      : 0,
  )
  const all = parts.reduce((sum, each) => sum + each, 0)
  return { types: types.length, parts: Math.ceil(all / types.length) }
}

/** Reads a supergraph's prices; `schema` has its directives. */
export function readPrices(schema: GraphQLSchema): Prices {
  const measured = measure(schema)
  const inputs = new WeakMap<object, number>()
  const known = new WeakMap<object, { readonly size: ListSize | null; readonly weight: number }>()

  function sizeOf({ astNode, name, type }: GraphQLField<unknown, unknown>): ListSize | null {
    const isList = isListType(getNullableType(type)) && isCompositeType(getNamedType(type))
    const given = getDirectiveValues(LIST_SIZE, astNode ?? {})
    if (!given && !isList) return null
    const introspected = name === 'types' ? measured.types : measured.parts
    const unsaid = getNamedType(type).name.startsWith('__') ? introspected : UNSAID
    return { assumedSize: unsaid, slicingArguments: [], sizedFields: [], ...given }
  }

  function weightOf(field: GraphQLField<unknown, unknown>): number {
    const type = getNamedType(field.type)
    const plain = type.name.startsWith('__') ? INTROSPECTED : 1
    return weightAt(field) ?? weightAt(type) ?? (isCompositeType(type) ? plain : 0)
  }

  function of(field: GraphQLField<unknown, unknown>) {
    const found = known.get(field) ?? { size: sizeOf(field), weight: weightOf(field) }
    known.set(field, found)
    return found
  }

  return {
    schema,
    sizeOf: (field) => of(field).size,
    weightOf: (field) => of(field).weight,
    weightOfInput(input) {
      const weight = inputs.get(input) ?? weightAt(input) ?? 0
      inputs.set(input, weight)
      return weight
    },
  }
}
