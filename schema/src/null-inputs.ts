import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableNode,
} from 'graphql'

/** A variable in a non-null position, and the path of its argument: `input.rows.2.id`. */
interface Place {
  readonly variable: VariableNode
  readonly argument: string
  /** The one field of a `@oneOf` input, which has no default when its variable is missing. */
  readonly isOnly: boolean
}

function placesIn(
  type: GraphQLInputType,
  node: ValueNode,
  argument: string,
  isOnly = false,
): readonly Place[] {
  if (node.kind === Kind.VARIABLE)
    return isOnly || isNonNullType(type) ? [{ variable: node, argument, isOnly }] : []
  if (node.kind === Kind.LIST) {
    const list = getNullableType(type)
    if (!isListType(list)) return []
    return node.values.flatMap((each, index) => placesIn(list.ofType, each, `${argument}.${index}`))
  }
  // A single item is coerced to a list of one.
  const object = getNamedType(type)
  if (node.kind !== Kind.OBJECT || !isInputObjectType(object)) return []
  return node.fields.flatMap(({ name, value }) => {
    const field = object.getFields()[name.value]
    return field ? placesIn(field.type, value, `${argument}.${name.value}`, object.isOneOf) : []
  })
}

/** The places of an operation, in its fragments and of its conditions too, that its variables may make null. */
function placesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  { name, variableDefinitions = [] }: OperationDefinitionNode,
): readonly Place[] {
  const nullable = variableDefinitions.filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE)
  if (nullable.length === 0) return []
  const names = new Set(nullable.map(({ variable }) => variable.name.value))
  const types = new TypeInfo(schema)
  const places: Place[] = []
  visit(
    separateOperations(document)[name?.value ?? ''] ?? document,
    visitWithTypeInfo(types, {
      Argument(node) {
        const argument = types.getArgument()
        if (argument) places.push(...placesIn(argument.type, node.value, node.name.value))
      },
    }),
  )
  return places.filter(({ variable }) => names.has(variable.name.value))
}

type Values = Readonly<Record<string, unknown>>

function isForbidden({ variable, isOnly }: Place, values: Values): boolean {
  const name = variable.name.value
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  return value === null || (isOnly && value === undefined)
}

/**
 * `const faultsIn = forbiddenNulls(schema, document, operation)`; `faultsIn(values)` returns BAD_USER_INPUT for each
 * argument of a valid operation that its variables make null against its type; `values` include the variables'
 * defaults. Validation allows a nullable variable in such a place when it, or the place, has a default, although a
 * given null is not replaced by it; and in a `@oneOf` input, whose fields are all nullable by type. graphql-js finds it
 * only when the field executes. Reads the document once.
 */
export function forbiddenNulls(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (values: Values) => readonly GraphQLError[] {
  const places = placesOf(schema, document, operation)
  return (values) =>
    places
      .filter((place) => isForbidden(place, values))
      .map(({ variable, argument }) => {
        const extensions = { code: 'BAD_USER_INPUT', argument }
        return new GraphQLError(`\`${argument}\` must not be null`, { nodes: variable, extensions })
      })
}
