import type { JsonObject } from '../json/json.ts'
import type { ObjectShape } from './fetch-shape.ts'

/**
 * Leaves out, in place, the objects at the root that a subgraph has nothing for. Several subgraphs may each give a part
 * of one; Apollo's executor would let a null that comes late take what another gave. What nobody gave is null anyhow.
 */
export function dropRootNulls({ structured }: ObjectShape, data: JsonObject): void {
  for (const { name } of structured) if (Object.hasOwn(data, name) && data[name] === null) delete data[name]
}
