import { isObjectType, type GraphQLSchema } from 'graphql'
import { isJsonObject, type JsonObject } from '../json/json.ts'
import { ENTITIES, type FetchShape } from './fetch-shape.ts'

/**
 * Removes, in place, each `__typename` of an entity that is not an object type's. A subgraph that has an interface as
 * an object type returns the interface's name for each of its entities; merged, it would replace the concrete type.
 */
export function dropInterfaceNames(schema: GraphQLSchema, shape: FetchShape, data: JsonObject): void {
  const entities = data[ENTITIES]
  if (!shape.ofEntities || !Array.isArray(entities)) return
  const { inner } = shape.fields.find(({ name }) => name === ENTITIES) ?? {}
  // `__typename`, under whatever alias, is no field of any type.
  const names = inner?.fields.filter((each) => !each.leaf && !each.inner).map(({ name }) => name) ?? []
  for (const entity of entities.filter(isJsonObject))
    for (const name of names)
      if (Object.hasOwn(entity, name) && !isObjectType(schema.getType(String(entity[name]))))
        delete entity[name]
}
