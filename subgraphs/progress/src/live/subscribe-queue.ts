import { logger, type GraphContext, type Positioned } from '@kompetanse/graph'
import { subgraph } from '../database.ts'
import type { QueueKind } from '../generated/db/client.ts'
import { toCursor } from './cursor.ts'
import { startQueueReader, type QueueReader } from './queue-reader.ts'
import { lensOf, mayTouch, type QueueScope, type Seen } from './queue-scope.ts'
import { streamQueue } from './queue-stream.ts'

export interface QueueEvent extends Positioned, Seen {
  readonly subjectId: string
  readonly scope: QueueScope
}

let reader: Promise<QueueReader> | undefined

const theReader = (): Promise<QueueReader> => {
  const onError = (error: unknown) => logger.error({ err: error }, 'queue reader')
  reader ??= startQueueReader({ url: subgraph.url(), schema: subgraph.schema, onError }).catch(
    (error: unknown) => {
      reader = undefined
      throw error
    },
  )
  return reader
}

/** Ends the reader of this process, if one was started. */
export async function stopQueueReader(): Promise<void> {
  await (await reader)?.stop()
  reader = undefined
}

/** What happens to the actor's list of a queue after a cursor, or from now: see `streamQueue` for what is promised. */
export async function subscribeQueue(
  kind: QueueKind,
  scope: QueueScope,
  after: string | null,
  context: GraphContext,
): Promise<AsyncIterableIterator<QueueEvent>> {
  const events = await streamQueue(await theReader(), after, mayTouch(kind, scope, context))
  const look = lensOf(scope, context)
  const done = { done: true, value: undefined } as const
  const iterator: AsyncIterableIterator<QueueEvent> = {
    async next() {
      for (;;) {
        const next = await events.next()
        if (next.done) return done
        const seen = await look(next.value)
        if (seen)
          return {
            done: false,
            value: { ...seen, scope, subjectId: next.value.subjectId, cursor: toCursor(next.value) },
          }
      }
    },
    async return() {
      await events.return?.()
      return done
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}
