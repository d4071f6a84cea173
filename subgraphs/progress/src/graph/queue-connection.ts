import type { QueueScope } from '@kompetanse/live/queue'
import type { GraphContext } from '@kompetanse/graph'
import type { ObjectRef } from '@pothos/core'
import { builder } from '../builder.ts'

type Types = typeof builder.$inferSchemaTypes

/** What the connection knows beside its edges: its total, and what it was asked with. */
interface Queue {
  readonly totalCount?: number | (() => number | Promise<number>)
  readonly args: { readonly scope: QueueScope }
}

const readAt = new WeakMap<object, string>()

/** Notes where the log stood before the list of these arguments was read. */
export const noteReadAt = (args: object, cursor: string): void => void readAt.set(args, cursor)

/**
 * `XConnection` of a queue: beside its rows and total, the counts of all its tabs and the cursor from which a
 * subscription misses nothing that the list does not show.
 */
export function queueConnection<Shape, Counts>(
  type: ObjectRef<Types, Shape>,
  name: string,
  counts: ObjectRef<Types, Counts>,
  load: (scope: QueueScope, context: GraphContext) => Promise<Counts>,
) {
  const edge = builder.edgeObject({ type, name: `${name}Edge` })
  const connection = builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      fields: (t) => ({
        totalCount: t.int({
          resolve: (parent) => {
            const { totalCount = 0 } = parent as unknown as Queue
            return typeof totalCount === 'function' ? totalCount() : totalCount
          },
        }),
        counts: t.field({
          type: counts,
          resolve: (parent, _args, context) =>
            load((parent as unknown as Queue).args.scope, context) as never,
        }),
        eventCursor: t.field({
          type: 'EventCursor',
          resolve: (parent) => readAt.get((parent as unknown as Queue).args) ?? '',
        }),
      }),
    },
    edge,
  )
  return [connection, edge] as const
}
