import type { SchemaTypes } from '@pothos/core'
import type { GraphContext } from './context.ts'
import './sizes.ts'

/** What every subgraph's builder knows: who is asking, and the scalars that mean the same everywhere. */
export interface SharedSchemaTypes {
  Context: GraphContext
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: string; Output: string | Date }
    DateTime: { Input: Date; Output: Date }
    URL: { Input: string; Output: string }
    /** Known to a schema by `addEventCursor`. */
    EventCursor: { Input: string; Output: string }
  }
}

export type SharedTypes = PothosSchemaTypes.ExtendDefaultTypes<SharedSchemaTypes>
type SharedBuilder = PothosSchemaTypes.SchemaBuilder<SharedTypes>

/** A subgraph's builder as shared code sees it: it knows the shared types; the subgraph's own has them all and more. */
export const asShared = <Types extends SchemaTypes>(builder: PothosSchemaTypes.SchemaBuilder<Types>) =>
  builder as unknown as SharedBuilder
