import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql'
import type { JsonObject } from '../json/json.ts'

/** Whether the object's __typename meets a type condition; `unknown` is the answer when it has none. */
export function isOfType(
  schema: GraphQLSchema,
  object: JsonObject,
  condition: string,
  unknown = false,
): boolean {
  const typename = object['__typename']
  if (typeof typename !== 'string') return unknown
  if (typename === condition) return true
  const type = schema.getType(typename)
  const abstract = schema.getType(condition)
  return (
    isAbstractType(abstract) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(abstract, type)
  )
}
