import { waitAfter } from '@kompetanse/schema/wait-after'

/** Why a stream stopped: the position is too old, or anything that a new subscription mends. */
export type StreamFault = 'RESYNC' | 'ENDED'

export type StreamSink<Event> = {
  event: (event: Event, cursor: string | undefined) => void
  fault: (why: StreamFault) => void
}

export type Stream<Event> = {
  /** The position that the list was read at. */
  after: string
  /** Opens one subscription; hands back what closes it. */
  open: (after: string, sink: StreamSink<Event>) => () => void
  onEvent: (event: Event) => void
  /** The position cannot be resumed: read the list again and start a new stream from there. */
  onResync: () => void
  /** Calls back after a while; hands back what calls it off. */
  wait?: (then: () => void, attempt: number) => () => void
}

const callLater = (then: () => void, attempt: number): (() => void) => {
  const timer = setTimeout(then, waitAfter(attempt, { first: 250, most: 15_000 }))
  return () => clearTimeout(timer)
}

/**
 * Follows a queue from where its list was read, each event once and in order. When a subscription ends (a new
 * schema, a restarted gateway) the next one starts after the last event seen, so nothing is missed; what comes
 * twice is dropped by its position. Positions are fixed-width text: later is greater.
 * @returns what stops it
 */
export const followStream = <Event>({
  after,
  open,
  onEvent,
  onResync,
  wait = callLater,
}: Stream<Event>): (() => void) => {
  let last = after
  let attempt = 0
  let stop = (): void => {}

  const subscribe = (): void => {
    let live = true
    // Until `open` has returned there is nothing to close; it may report a fault before that.
    let close = (): void => {}
    const end = (): void => {
      live = false
      close()
    }
    stop = end
    close = open(last, {
      event(event, cursor) {
        if (!live || (cursor !== undefined && cursor <= last)) return
        last = cursor ?? last
        attempt = 0
        onEvent(event)
      },
      fault(why) {
        if (!live) return
        end()
        if (why === 'RESYNC') onResync()
        else stop = wait(subscribe, attempt++)
      },
    })
    if (!live) close()
  }

  subscribe()
  return () => stop()
}
