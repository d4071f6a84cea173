import { valueFromASTUntyped, type OperationDefinitionNode } from 'graphql'
import type { JsonObject } from '../json/json.ts'

/** What an operation's variables are when they are not given. */
export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): JsonObject {
  const given = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  return Object.fromEntries(given)
}
