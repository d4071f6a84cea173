import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aStream, NAMED, NOW, PLAIN, settle } from '../../../testing/subscriptions/stream-scene.ts'
import { after } from '../plan/position.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('B02 back-pressure: what waits is bounded', () => {
  it.each([
    ['so many events', [1, 1, 1, 1], 1],
    ['so many bytes', [10, 30], 1],
    ['so many bytes of several events', [10, 10, 20], 1],
  ])('by %s the subgraph has to wait, until half of it has gone', async (_what, sizes, last) => {
    const { tell, listen, named, upstream } = aStream({ text: NAMED })
    listen()
    for (const [at, bytes] of sizes.entries()) {
      expect(upstream.did).toEqual(['subscribe'])
      tell(at + 1, {}, bytes)
    }
    await settle()
    expect(upstream.did).toEqual(['subscribe', 'hold'])
    for (let at = 0; at < last; at++) await named(at)
    expect(upstream.did).toEqual(['subscribe', 'hold'])
    await named(last)
    expect(upstream.did).toEqual(['subscribe', 'hold', 'release'])
  })

  it('a stream that has ended is not taken up again', async () => {
    const { tell, listen, named, stream, upstream } = aStream({ text: NAMED })
    listen()
    for (const n of [1, 2, 3, 4]) tell(n, {}, 1)
    await settle()
    upstream.isShared = true
    await vi.advanceTimersByTimeAsync(100)
    stream.ended(null)
    for (const at of [0, 1, 2]) await named(at)
    expect(upstream.did).toEqual(['subscribe', 'hold', 'leave'])
  })
})

describe('B02 a client that reads slowly', () => {
  it('alone on its stream makes the subgraph wait until it has read', async () => {
    const { tell, listen, upstream, stats } = aStream()
    const { client, numbers } = listen(after('000'), false)
    tell(1)
    const { length } = upstream.did
    // It is said again with each: a socket that has come back in between is read.
    tell(2)
    expect(upstream.did.length).toBeGreaterThan(length)
    expect([new Set(upstream.did), numbers()]).toEqual([new Set(['subscribe', 'hold']), [1, 2]])
    await vi.advanceTimersByTimeAsync(999)
    client.room = true
    client.drained()
    expect([upstream.did.at(-1), stats.slowConsumers]).toEqual(['release', 0])
    tell(3)
    await vi.advanceTimersByTimeAsync(9_000)
    expect([numbers(), upstream.did.at(-1)]).toEqual([[1, 2, 3], 'release'])
  })

  it('also when it is behind with what was long in coming', async () => {
    const { tell, listen, named, upstream } = aStream({ text: NAMED })
    listen(after('000'), false)
    tell(1)
    await settle()
    expect(upstream.did).toEqual(['subscribe'])
    await named(0)
    expect(upstream.did).toEqual(['subscribe', 'hold'])
  })

  it('is waited for as long as it takes where what it lacks can be had again', async () => {
    const { tell, listen } = aStream()
    const { end } = listen(after('000'), false)
    tell(1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(end.of).toBeUndefined()
  })

  it('where nothing can be had again is waited for a while, and cut', async () => {
    const { tell, listen, stats, closed } = aStream({ text: PLAIN, start: NOW })
    const { end } = listen(NOW, false)
    tell(1)
    await vi.advanceTimersByTimeAsync(999)
    expect(end.of).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect([end.of, stats.slowConsumers, stats.subscribers, closed.length]).toEqual([
      'SUBSCRIPTION_SLOW_CONSUMER',
      1,
      0,
      1,
    ])
  })

  it('and catches up in time is not cut, nor is one that has left', async () => {
    const { tell, listen, stats } = aStream({ text: PLAIN, start: NOW })
    const { client, end, subscriber } = listen(NOW, false)
    tell(1)
    client.room = true
    client.drained()
    await vi.advanceTimersByTimeAsync(9_000)
    expect(end.of).toBeUndefined()
    client.room = false
    tell(2)
    void subscriber.return()
    await vi.advanceTimersByTimeAsync(9_000)
    expect([end.of, stats.slowConsumers]).toEqual(['complete', 0])
  })

  it('beside others leaves them, to go on later from its position', () => {
    const { tell, listen, behind, upstream, stats } = aStream()
    const [slow, quick] = [listen(after('000'), false), listen()]
    tell(1)
    tell(2)
    expect([slow.numbers(), quick.numbers(), upstream.did]).toEqual([[1], [1, 2], ['subscribe']])
    expect([behind, stats.subscribers]).toEqual([[slow.subscriber], 2])
  })

  it('beside others is cut at once where nothing can be had again', async () => {
    const { tell, listen, behind, stats } = aStream({ text: PLAIN, start: NOW })
    const [slow, quick] = [listen(NOW, false), listen(NOW)]
    tell(1)
    tell(2)
    await settle()
    expect([slow.end.of, quick.numbers(), quick.end.of]).toEqual([
      'SUBSCRIPTION_SLOW_CONSUMER',
      [1, 2],
      undefined,
    ])
    expect([behind, stats.subscribers, stats.slowConsumers]).toEqual([[], 1, 1])
  })

  it('whose newest event has no position is cut as well', async () => {
    const { tell, listen, behind } = aStream()
    const [slow] = [listen(after('000'), false), listen()]
    tell(1, { extensions: {} })
    await settle()
    expect([slow.end.of, behind]).toEqual(['SUBSCRIPTION_SLOW_CONSUMER', []])
  })

  it('that has gone elsewhere holds back nobody', () => {
    const { tell, listen, stream, upstream } = aStream()
    const [slow] = [listen(after('000'), false), listen()]
    tell(1)
    stream.full(slow.subscriber)
    expect(upstream.did).toEqual(['subscribe'])
  })
})
