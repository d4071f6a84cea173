import {
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql'
import type { JsonObject } from '../execution/json.ts'
import { roundNumbers } from '../execution/parse-json.ts'

export type Coerced =
  | { readonly coerced: JsonObject; readonly errors?: never }
  | { readonly coerced?: never; readonly errors: readonly GraphQLError[] }

/**
 * The values of an operation's variables by their types, defaults and all; or what is wrong with those that were given.
 * Numbers are judged by their nearest doubles: what is coerced decides, and is never sent.
 */
export const coerceVariables = (
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] | undefined,
  given: JsonObject,
): Coerced =>
  definitions?.length
    ? getVariableValues(schema, definitions, roundNumbers(given) as JsonObject)
    : { coerced: {} }
