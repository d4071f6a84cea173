import type { ObjectRef } from '@pothos/core'
import { builder } from '../builder.ts'

type Types = typeof builder.$inferSchemaTypes

/** The count is asked for only when it is selected: then the connection carries it, or what fetches it. */
interface Counted {
  readonly totalCount?: number | (() => number | Promise<number>)
}

/**
 * `XConnection` with `totalCount`, and `XEdge`, for all fields that give lists of this type; spread it as the last
 * arguments of `relatedConnection`, `prismaConnection` or `connection`.
 */
export function counted<Shape>(type: ObjectRef<Types, Shape>, name: string) {
  const edge = builder.edgeObject({ type, name: `${name}Edge` })
  const connection = builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      fields: (t) => ({
        totalCount: t.int({
          resolve: (parent) => {
            const { totalCount = 0 } = parent as Counted
            return typeof totalCount === 'function' ? totalCount() : totalCount
          },
        }),
      }),
    },
    edge,
  )
  return [connection, edge] as const
}
