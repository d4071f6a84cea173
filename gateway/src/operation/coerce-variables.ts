import { forbiddenNulls } from '@kompetanse/schema/null-inputs'
import {
  getVariableValues,
  Kind,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql'
import { getOwn, setOwn, type JsonObject } from '../json/json.ts'
import { roundNumbers } from '../json/parse-json.ts'

export type Coerced =
  | { readonly coerced: JsonObject; readonly errors?: never }
  | { readonly coerced?: never; readonly errors: readonly GraphQLError[] }

/** A legal name of a variable, which graphql-js would write as an object's prototype. */
const PROTO = '__proto__'
const STAND_IN = '__proto'

/** The values of which one is called `__proto__`, coerced under another name. */
function coerceProto(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: JsonObject,
): Coerced {
  const renamed = definitions.map((each) =>
    each.variable.name.value === PROTO
      ? { ...each, variable: { ...each.variable, name: { kind: Kind.NAME as const, value: STAND_IN } } }
      : each,
  )
  const value = getOwn(given, PROTO)
  const values = value === undefined ? { ...given } : { ...given, [STAND_IN]: value }
  const { coerced, errors } = getVariableValues(schema, renamed, values)
  if (errors) return { errors }
  const named: JsonObject = {}
  for (const [name, each] of Object.entries(coerced)) setOwn(named, name === STAND_IN ? PROTO : name, each)
  return { coerced: named }
}

/**
 * The values of an operation's variables by their types, defaults and all; or what is wrong with those that were given.
 * Numbers are judged by their nearest doubles: what is coerced decides, and is never sent.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] | undefined,
  given: JsonObject,
): Coerced {
  if (!definitions?.length) return { coerced: {} }
  const rounded = roundNumbers(given) as JsonObject
  return definitions.some(({ variable }) => variable.name.value === PROTO)
    ? coerceProto(schema, definitions, rounded)
    : getVariableValues(schema, definitions, rounded)
}

/** What an operation is given for its variables, judged. */
export type Judge = (given: JsonObject) => Coerced

/**
 * `const judge = variablesOf(schema, document, operation)`; `judge(given)` coerces, and refuses null in an argument
 * that must not be null. Both executors use it for every operation of a client; the document is searched once.
 */
export function variablesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Judge {
  const nullsIn = forbiddenNulls(schema, document, operation)
  return (given) => {
    const judged = coerceVariables(schema, operation.variableDefinitions, given)
    if (judged.errors) return judged
    const errors = nullsIn(judged.coerced)
    return errors.length > 0 ? { errors } : judged
  }
}
