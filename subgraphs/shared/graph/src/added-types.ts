/** Types that several subgraphs have, but not all: each adds those that it uses. */
import { SPECIFICATIONS } from '@kompetanse/schema/scalars'
import type { EnumRef, SchemaTypes } from '@pothos/core'
import { asShared } from './shared-builder.ts'

type Builder<Types extends SchemaTypes> = PothosSchemaTypes.SchemaBuilder<Types>
type Direction = 'ASC' | 'DESC'

export const addSortDirection = <Types extends SchemaTypes>(builder: Builder<Types>) =>
  asShared(builder).enumType('SortDirection', {
    description: 'In which direction a list is sorted.',
    values: ['ASC', 'DESC'] as const,
  }) as unknown as EnumRef<Types, Direction>

/** For a subgraph that has live lists. */
export function addEventCursor<Types extends SchemaTypes>(builder: Builder<Types>): void {
  asShared(builder).scalarType('EventCursor', {
    description:
      'Position in one live stream, in commit order. A list gives the position it was read at; every event gives its own in extensions.cursor.',
    specifiedByURL: SPECIFICATIONS.EventCursor,
    serialize: String,
    parseValue: String,
  })
}
