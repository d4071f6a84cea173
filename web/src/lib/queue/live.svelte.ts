import type { CombinedError, TypedDocumentNode } from '@urql/core'
import { connection, graph, RESYNC } from '#lib/graph/index.ts'
import type { QueueEvent } from './row.ts'
import { followStream, type StreamFault } from './stream.ts'

type QueueSubscription<Data, Scope> = {
  document: TypedDocumentNode<Data, { scope: Scope; after: string }>
  scope: Scope
  after: string
  read: (data: Data) => QueueEvent
  on: Follower
}

/** The callbacks of a queue's subscription. */
export type Follower = { event: (event: QueueEvent) => void; resync: () => void }

const faultOf = (error: CombinedError): StreamFault =>
  error.graphQLErrors.some((one) => one.extensions['code'] === RESYNC) ? 'RESYNC' : 'ENDED'

const cursorOf = (extensions: Record<string, unknown> | undefined): string | undefined => {
  const cursor = extensions?.['cursor']
  return typeof cursor === 'string' ? cursor : undefined
}

/** Follows a queue's subscription through the graph's client. Browser only. @returns what stops it */
export const followQueue = <Data, Scope>({
  document,
  scope,
  after,
  read,
  on,
}: QueueSubscription<Data, Scope>): (() => void) =>
  followStream<QueueEvent>({
    after,
    onEvent: on.event,
    onResync: on.resync,
    open: (from, sink) => {
      let closing = false
      const { unsubscribe } = graph()
        .subscription(document, { scope, after: from } as { scope: Scope; after: string })
        .subscribe(({ data, error, extensions, hasNext }) => {
          if (closing) return
          if (data) sink.event(read(data), cursorOf(extensions))
          if (error) sink.fault(faultOf(error))
          else if (hasNext === false) sink.fault('ENDED')
        })
      return () => {
        closing = true
        unsubscribe()
      }
    },
  })

/** How long after coming back the events that come are taken for those that were missed. */
const CATCH_UP_MS = 2_000
const SAID_FOR_MS = 8_000

/** «Tilbake på nett. 3 hendelser hentet.»: counts what comes right after the connection was restored. */
export class CatchUp {
  #caught = $state<number>()
  #counting = false

  /** How many events were missed and read again; undefined when there is nothing to show. */
  get caught(): number | undefined {
    return this.#caught
  }

  event(): void {
    if (this.#counting) this.#caught = (this.#caught ?? 0) + 1
  }

  /** Call while a component initialises. */
  watch(): void {
    let known = connection.timesRestored
    $effect(() => {
      if (connection.timesRestored === known) return
      known = connection.timesRestored
      this.#caught = 0
      this.#counting = true
      const counted = setTimeout(() => (this.#counting = false), CATCH_UP_MS)
      const said = setTimeout(() => (this.#caught = undefined), SAID_FOR_MS)
      // What was restored again is counted and said anew, for as long.
      return () => {
        clearTimeout(counted)
        clearTimeout(said)
      }
    })
  }
}
