import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { getOwn, setOwn, type JsonObject } from '../json/json.ts'
import { Lost } from './lost.ts'
import { mergeInto } from './merge.ts'
import { isOfType } from './object-type.ts'

/** The part of an entity that a subgraph requires to recognise it. Null when an input is missing. */
export function represent(
  schema: GraphQLSchema,
  entity: JsonObject | null,
  selections: readonly QueryPlanSelectionNode[],
): JsonObject | null {
  if (entity === null) return null
  const result: JsonObject = {}
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name
      const value = Object.hasOwn(entity, name) ? entity[name] : undefined
      if (value === undefined || value instanceof Lost) return null
      setOwn(result, name, selection.selections ? representValue(schema, value, selection.selections) : value)
    } else if (selection.typeCondition && isOfType(schema, entity, selection.typeCondition)) {
      const inner = represent(schema, entity, selection.selections)
      if (inner) mergeInto(result, inner)
    }
  }
  return result
}

function representValue(
  schema: GraphQLSchema,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
): unknown {
  if (Array.isArray(value)) return value.map((element) => representValue(schema, element, selections))
  return represent(schema, value as JsonObject | null, selections)
}

/** The first of the inputs of an entity that is lost; null when none is. */
export function lostInput(entity: JsonObject, selections: readonly QueryPlanSelectionNode[]): Lost | null {
  for (const selection of selections) {
    const value =
      selection.kind === 'Field'
        ? getOwn(entity, selection.alias ?? selection.name)
        : lostInput(entity, selection.selections)
    if (value instanceof Lost) return value
  }
  return null
}
