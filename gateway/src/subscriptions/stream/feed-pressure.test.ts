import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aFeed, PLAIN, timing, type Given } from '../../../testing/subscriptions/feed-scene.ts'
import { after } from '../plan/position.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('B02 back-pressure: a subgraph that has to wait', () => {
  const held = async (given: Given = {}) => {
    const scene = aFeed({ ...(given.text ? {} : { start: after('001') }), ...given })
    await scene.feed.request()
    scene.consumer.full = true
    scene.tell(1, '002')
    return scene
  }

  it('is not held while there is room', () => {
    const { tell, upstream } = aFeed()
    tell(1, '001')
    expect(upstream.did).toEqual(['subscribe'])
  })

  it('is held, and goes on in a moment', async () => {
    const { feed, upstream } = await held()
    feed.relieve()
    feed.relieve()
    expect(upstream.did).toEqual(['subscribe', 'hold', 'release'])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(upstream.did).toHaveLength(3)
  })

  it('is held again when a socket has come back meanwhile', async () => {
    const { tell, upstream } = await held()
    upstream.isShared = true
    await vi.advanceTimersByTimeAsync(timing.holdMs - 1)
    tell(2, '003')
    expect(upstream.did).toEqual(['subscribe', 'hold', 'hold'])
    // The moment is counted from the first.
    await vi.advanceTimersByTimeAsync(1)
    expect(upstream.did.at(-1)).toBe('leave')
  })

  it('is left after a moment where others use the socket, and asked again when there is room', async () => {
    const { feed, upstream, bound } = await held()
    upstream.isShared = true
    await vi.advanceTimersByTimeAsync(timing.holdMs - 1)
    expect(upstream.did).toEqual(['subscribe', 'hold'])
    await vi.advanceTimersByTimeAsync(1)
    expect(upstream.did).toEqual(['subscribe', 'hold', 'leave'])
    feed.hold()
    feed.relieve()
    expect(upstream.did).toEqual(['subscribe', 'hold', 'leave', 'subscribe'])
    expect(await bound()).toBe('002')
  })

  it('is held for longer by one that is alone on the socket', async () => {
    const { upstream } = await held()
    await vi.advanceTimersByTimeAsync(timing.slowMs - 1)
    expect(upstream.did).toEqual(['subscribe', 'hold'])
    await vi.advanceTimersByTimeAsync(1)
    expect(upstream.did).toEqual(['subscribe', 'hold', 'leave'])
  })

  it.each<[string, Given, string?]>([
    ['where nothing can be had again', { text: PLAIN }],
    ['when the newest has no position', {}],
  ])('is held until there is room %s', async (_when, given) => {
    const { upstream, tell, feed } = await held(given)
    tell(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(upstream.did).toEqual(['subscribe', 'hold', 'hold'])
    feed.relieve()
    expect(upstream.did.at(-1)).toBe('release')
  })

  it('is left at once when the stream is stopped; nothing ends or begins any more', async () => {
    const { feed, upstream, ended } = await held()
    feed.stop()
    feed.stop()
    feed.hold()
    feed.relieve()
    feed.lost()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([upstream.did, ended()]).toEqual([['subscribe', 'hold', 'leave'], []])
  })

  it('is not asked again when the stream is stopped meanwhile', async () => {
    const { feed, asked } = aFeed({ start: after('001') })
    await feed.request()
    feed.complete()
    feed.relieve()
    feed.hold()
    feed.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(1)
  })
})
