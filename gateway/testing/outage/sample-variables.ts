import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'

const SCALARS: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true, Date: '2026-11-22' }

function given(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null
  if (isListType(type.ofType)) return []
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name
  if (isInputObjectType(named)) return required(Object.values(named.getFields()))
  return SCALARS[named.name] ?? 'x'
}

const required = (fields: readonly { name: string; type: GraphQLInputType }[]) =>
  Object.fromEntries(
    fields.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, given(type)]),
  )

/** Made-up values for an operation's variables: as little as its types let through. */
export const sampleVariables = (
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
): Record<string, unknown> =>
  Object.fromEntries(
    (variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      given(typeFromAST(schema, type as never) as GraphQLInputType),
    ]),
  )
