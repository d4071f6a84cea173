import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'

const SCALARS: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true, Date: '2026-11-22' }

/** What a type lets through when it is not null. A list is empty; of a `@oneOf` input the first field is given. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isListType(getNullableType(type))) return []
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name
  if (!isInputObjectType(named)) return SCALARS[named.name] ?? 'x'
  const fields = Object.values(named.getFields())
  const given = named.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type))
  return Object.fromEntries(given.map((field) => [field.name, sampleOf(field.type)]))
}

/** Made-up values for an operation's variables: as little as its types let through. */
export const sampleVariables = (
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
): Record<string, unknown> =>
  Object.fromEntries(
    (variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      type.kind === Kind.NON_NULL_TYPE
        ? sampleOf(typeFromAST(schema, type as never) as GraphQLInputType)
        : null,
    ]),
  )
