import type { QueueScope } from '@kompetanse/live/queue'
import type { GraphContext } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { signingCounts } from '../persistence/counts.ts'
import { SigningTabCounts } from './counts.ts'

/** What the connection knows beside its edges: its total, and what it was asked with. */
interface Queue {
  readonly totalCount?: number | (() => number | Promise<number>)
  readonly args: { readonly scope: QueueScope }
}

const readAt = new WeakMap<object, string>()

/** Notes where the log stood before the list of these arguments was read. */
export const noteReadAt = (args: object, cursor: string): void => void readAt.set(args, cursor)

const edge = builder.edgeObject({ type: LearningActivity, name: 'SigningQueueEdge' })
const connection = builder.connectionObject(
  {
    type: LearningActivity,
    name: 'SigningQueueConnection',
    fields: (t) => ({
      totalCount: t.int({
        resolve: (parent) => {
          const { totalCount = 0 } = parent as unknown as Queue
          return typeof totalCount === 'function' ? totalCount() : totalCount
        },
      }),
      counts: t.field({
        type: SigningTabCounts,
        resolve: (parent, _args, context: GraphContext) =>
          signingCounts((parent as unknown as Queue).args.scope, context),
      }),
      eventCursor: t.field({
        type: 'EventCursor',
        resolve: (parent) => readAt.get((parent as unknown as Queue).args) ?? '',
      }),
    }),
  },
  edge,
)

export const SigningQueueConnection = [connection, edge] as const
