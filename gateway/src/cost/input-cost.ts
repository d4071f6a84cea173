import type { GraphQLSchema, VariableDefinitionNode } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { coerceVariables } from '../operation/coerce-variables.ts'
import { lengthCost, REFUSING } from './text-cost.ts'

/** Undeclared variables of up to so many characters are free: some clients send them by habit. */
const HABIT = 200

/**
 * The cost of an operation's variables beside its fields, registered or not: undeclared ones by their length, since
 * they are of no use, and the cost of a refusal when a declared one is invalid.
 */
export function inputCost(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[] | undefined = [],
  given: JsonObject,
): number {
  const declared = new Set(definitions.map(({ variable }) => variable.name.value))
  const of = (isDeclared: boolean) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => declared.has(name) === isDeclared))
  const useless = Object.entries(of(false)).reduce((sum, each) => sum + JSON.stringify(each).length, 0)
  const { errors } = coerceVariables(schema, definitions, of(true))
  return lengthCost(Math.max(0, useless - HABIT)) + (errors ? REFUSING : 0)
}
