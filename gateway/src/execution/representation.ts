import type { QueryPlanSelectionNode } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { getOwn, isJsonObject, setOwn, type JsonObject } from '../json/json.ts'
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

/** The first of the inputs of a value that is lost, also below an object among them; null when none is. */
export function lostInput(
  schema: GraphQLSchema,
  value: unknown,
  selections: readonly QueryPlanSelectionNode[],
): Lost | null {
  if (value instanceof Lost) return value
  if (Array.isArray(value)) return first(value, (element) => lostInput(schema, element, selections))
  if (!isJsonObject(value)) return null
  return first(selections, (selection) => {
    if (selection.kind === 'Field')
      return lostInput(schema, getOwn(value, selection.alias ?? selection.name), selection.selections ?? [])
    const { typeCondition } = selection
    // An object whose type is lost with its key may be of any.
    const applies = !typeCondition || isOfType(schema, value, typeCondition, true)
    return applies ? lostInput(schema, value, selection.selections) : null
  })
}

function first<Each>(values: readonly Each[], find: (value: Each) => Lost | null): Lost | null {
  for (const each of values) {
    const found = find(each)
    if (found) return found
  }
  return null
}
