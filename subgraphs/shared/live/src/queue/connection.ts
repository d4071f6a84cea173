import { asShared, totalOf, type ConnectionRefs, type GraphContext } from '@kompetanse/graph'
import type { ObjectRef, SchemaTypes } from '@pothos/core'
import type { QueueScope } from './lens.ts'

/** What the connection holds beside its edges: its arguments. */
interface Queue {
  readonly args: { readonly scope: QueueScope }
}

const readAt = new WeakMap<object, string>()

/** Notes the position of the log before the list of these arguments is read. */
export const noteReadAt = (args: object, cursor: string): void => void readAt.set(args, cursor)

interface QueueConnectionOptions<Types extends SchemaTypes, Shape, Counts> {
  readonly type: ObjectRef<Types, Shape>
  readonly name: string
  readonly counts: ObjectRef<Types, Counts>
  readonly load: (scope: QueueScope, context: GraphContext) => Promise<Counts>
}

/**
 * `XConnection` of a queue: beside its rows and total, the counts of all its tabs and the cursor from which a
 * subscription misses nothing that the list does not show. The list's resolver says it with `noteReadAt`.
 */
export function queueConnection<Types extends SchemaTypes, Shape, Counts>(
  target: PothosSchemaTypes.SchemaBuilder<Types>,
  options: QueueConnectionOptions<Types, Shape, Counts>,
): ConnectionRefs<Types, Shape> {
  const builder = asShared(target)
  const { name, load } = options
  const type = options.type as never as ObjectRef<never, object>
  const counts = options.counts as never as ObjectRef<never, object>
  const edge = builder.edgeObject({ type, name: `${name}Edge` })
  const connection = builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      fields: (t) => ({
        totalCount: t.int({ resolve: totalOf }),
        counts: t.field({
          type: counts,
          description: 'Of all tabs, in the scope of the list.',
          resolve: (parent, _args, context) =>
            load((parent as unknown as Queue).args.scope, context) as never,
        }),
        eventCursor: t.field({
          type: 'EventCursor',
          description: 'From where a subscription misses nothing that the list does not show.',
          resolve: (parent) => readAt.get((parent as unknown as Queue).args) ?? '',
        }),
      }),
    },
    edge,
  )
  return [connection, edge] as never
}
