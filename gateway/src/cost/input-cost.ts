import type { GraphQLSchema, VariableDefinitionNode } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { coerceVariables } from '../operation/coerce-variables.ts'
import { lengthCost, REFUSING } from './text-cost.ts'

/** Characters of variables that nobody declares which are not worth telling: a client's habit. */
const HABIT = 200

/**
 * What the variables of an operation cost beside what it asks for, whoever wrote it: those that it does not declare by
 * their length, since nobody has use for them, and to be refused where what it declares is not as it should be.
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
