import type { FetchDataRewrite } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import { getOwn, setOwn, type JsonObject } from '../json/json.ts'
import { isOfType } from './object-type.ts'
import { moveKey } from '../subgraph/planner-aliases.ts'

const TYPE_CONDITION = '... on '

/** Applies the planner's rewrites in place: renamed aliases, and type names of interface objects. */
export function rewrite(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const each of rewrites ?? []) {
    const field = each.path.at(-1)
    if (field !== undefined)
      atPath(schema, each.path.slice(0, -1), value, (object) => apply(each, object, field))
  }
}

function apply(rewrite: FetchDataRewrite, object: JsonObject, field: string): void {
  if (rewrite.kind === 'ValueSetter') return setOwn(object, field, rewrite.setValueTo)
  moveKey(object, field, rewrite.renameKeyTo)
}

function atPath(
  schema: GraphQLSchema,
  path: readonly string[],
  value: unknown,
  act: (o: JsonObject) => void,
): void {
  if (Array.isArray(value)) {
    for (const element of value) atPath(schema, path, element, act)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const object = value as JsonObject
  const [first, ...rest] = path
  if (first === undefined) return act(object)
  if (!first.startsWith(TYPE_CONDITION)) return atPath(schema, rest, getOwn(object, first), act)
  // `__typename` was not fetched for every object on the path: an object without it is assumed to match.
  if (isOfType(schema, object, first.slice(TYPE_CONDITION.length), true)) atPath(schema, rest, object, act)
}
