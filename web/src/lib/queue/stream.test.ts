import { describe, expect, test } from 'vitest'
import { followStream, type StreamSink } from './stream.ts'

/** Subscriptions as a server would have them, driven by hand. */
const server = () => {
  const opened: { after: string; sink: StreamSink<string>; closed: boolean }[] = []
  return {
    opened,
    last: () => opened.at(-1)!.sink,
    open: (after: string, sink: StreamSink<string>) => {
      const one = { after, sink, closed: false }
      opened.push(one)
      return () => {
        one.closed = true
      }
    },
  }
}

const follow = (from = server()) => {
  const seen: string[] = []
  let resyncs = 0
  let waiting: (() => void) | undefined
  const stop = followStream({
    after: '05',
    open: from.open,
    onEvent: (event) => seen.push(event),
    onResync: () => (resyncs += 1),
    wait: (then) => {
      waiting = then
      return () => (waiting = undefined)
    },
  })
  return { from, seen, stop, resyncs: () => resyncs, wake: () => waiting?.() }
}

describe('following a queue', () => {
  test('B02 it starts where the list was read', () => {
    expect(follow().from.opened[0]?.after).toBe('05')
  })

  test('B02 after an end it goes on after the last event seen, and drops what comes twice', () => {
    const { from, seen, wake } = follow()
    from.last().event('one', '06')
    from.last().event('two', '07')
    from.last().fault('ENDED')
    expect(from.opened[0]?.closed).toBe(true)
    wake()
    expect(from.opened[1]?.after).toBe('07')
    from.last().event('two', '07')
    from.last().event('three', '08')
    expect(seen).toEqual(['one', 'two', 'three'])
  })

  test('B02 a position that is too old is the list’s to mend: no new subscription on its own', () => {
    const { from, resyncs } = follow()
    from.last().fault('RESYNC')
    expect(resyncs()).toBe(1)
    expect(from.opened).toHaveLength(1)
  })

  test('B02 a subscription that has ended is not heard any more', () => {
    const { from, seen } = follow()
    const first = from.last()
    first.fault('ENDED')
    first.event('late', '09')
    expect(seen).toEqual([])
  })

  test('B02 stopping closes the subscription and silences it', () => {
    const { from, seen, stop } = follow()
    stop()
    from.last().event('late', '09')
    expect(from.opened[0]?.closed).toBe(true)
    expect(seen).toEqual([])
  })

  test('B02 stopping while it waits calls the next subscription off', () => {
    const { from, stop, wake } = follow()
    from.last().fault('ENDED')
    stop()
    wake()
    expect(from.opened).toHaveLength(1)
  })
})
