import type { ObjectRef, SchemaTypes } from '@pothos/core'
import type { ConnectionShapeForType } from '@pothos/plugin-relay'
import { asShared } from './shared-builder.ts'

/** The count is queried only when it is selected: the connection carries it, or the function that fetches it. */
interface Counted {
  readonly totalCount?: number | (() => number | Promise<number>)
}

/** How many a connection has in all. */
export function totalOf(connection: object): number | Promise<number> {
  const { totalCount = 0 } = connection as Counted
  return typeof totalCount === 'function' ? totalCount() : totalCount
}

/** A connection's type and its edge's, as the last arguments of `relatedConnection`, `prismaConnection` and `connection`. */
export type ConnectionRefs<Types extends SchemaTypes, Shape> = readonly [
  connection: ObjectRef<
    Types,
    ConnectionShapeForType<
      Types,
      ObjectRef<Types, Shape>,
      false,
      Types['DefaultEdgesNullability'],
      Types['DefaultNodeNullability']
    >
  >,
  edge: ObjectRef<Types, { cursor: string; node: Shape }>,
]

/**
 * `export const counted = countedConnections(builder)` makes `XConnection` with `totalCount`, and `XEdge`, for all
 * fields that give lists of a type; `directives` are of both.
 */
export const countedConnections =
  <Types extends SchemaTypes>(target: PothosSchemaTypes.SchemaBuilder<Types>) =>
  <Shape>(
    ref: ObjectRef<Types, Shape>,
    name: string,
    directives: { readonly tag?: string } = {},
  ): ConnectionRefs<Types, Shape> => {
    const builder = asShared(target)
    const type = ref as never as ObjectRef<never, object>
    const edge = builder.edgeObject({ type, name: `${name}Edge`, ...directives })
    const connection = builder.connectionObject(
      {
        ...{ type, name: `${name}Connection`, ...directives },
        fields: (t) => ({ totalCount: t.int({ resolve: totalOf }) }),
      },
      edge,
    )
    return [connection, edge] as never
  }
