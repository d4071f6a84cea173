import type { JsonObject } from '../json/json.ts'
import type { ObjectShape } from './fetch-shape.ts'

/**
 * Removes, in place, the root objects that a subgraph returns as null. Several subgraphs may each return a part of one;
 * in Apollo's executor a later null would replace another's part. An object that no subgraph returns is null anyway.
 */
export function dropRootNulls({ structured }: ObjectShape, data: JsonObject): void {
  for (const { name } of structured) if (Object.hasOwn(data, name) && data[name] === null) delete data[name]
}
