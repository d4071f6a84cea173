import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'

/** The most items of a list that a subgraph takes. */
const MOST_ITEMS = 500

const SCALARS: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true }

function fullest(type: GraphQLInputType, around: readonly string[]): unknown {
  const inner = getNullableType(type)
  if (isListType(inner)) return Array.from({ length: MOST_ITEMS }, () => fullest(inner.ofType, around))
  if (isEnumType(inner)) return inner.getValues()[0]?.name
  if (!isInputObjectType(inner)) return SCALARS[inner.name] ?? 'x'
  if (around.includes(inner.name)) return null
  const within = [...around, inner.name]
  return Object.fromEntries(
    Object.values(inner.getFields()).map((field) => [field.name, fullest(field.type, within)]),
  )
}

/**
 * Values of an operation's variables for which it costs most: every argument given, everything included. They do not
 * set the length of a page: a document whose highest cost is to be known has that as a literal.
 */
export const dearestVariables = (
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> =>
  Object.fromEntries(
    variableDefinitions.map(({ variable, type }) => [
      variable.name.value,
      fullest(typeFromAST(schema, type as never) as GraphQLInputType, []),
    ]),
  )
