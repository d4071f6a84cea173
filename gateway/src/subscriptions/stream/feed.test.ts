import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aFeed, PLAIN, type Given } from '../../../testing/subscriptions/feed-scene.ts'
import { after, type Start } from '../plan/position.ts'
import type { UpstreamEvent } from '../upstream/sink.ts'
import type { Feed } from './feed.ts'

const ELSEWHERE: Start = { kind: 'elsewhere', given: 7 }
const interrupted = { message: 'bug', extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('B02 what the subgraph is asked for', () => {
  it('is asked for with what is given of the variables that it declares, and as the audience', async () => {
    const { feed } = aFeed({ variables: { of: '1', other: 2 } })
    const { variables, extensions, query } = await feed.request()
    expect([variables, extensions]).toStrictEqual([{ of: '1' }, { actor: 'kari' }])
    expect(query).toContain('$__gatewayAfter')
  })

  it.each<[string, Given, unknown]>([
    ['from now on', {}, undefined],
    ['from now on, by a null', { start: { kind: 'now', given: null } }, null],
    ['after a position', { start: after('001') }, '001'],
    ['from where only the subgraph knows', { start: ELSEWHERE }, 7],
    ['where nothing has a position', { text: PLAIN }, undefined],
  ])('%s', async (_where, given, position) => {
    expect(await aFeed(given).bound()).toEqual(position)
  })

  it('is asked for again after the newest position, which is counted', async () => {
    const { bound, tell, stats } = aFeed({ start: after('001') })
    await bound()
    expect(stats.resumed).toBe(0)
    tell(1, '002')
    expect([await bound(), stats.resumed]).toEqual(['002', 1])
  })
})

describe('B02 whether what happens while the upstream is away can be had again', () => {
  it.each<[string, Given, (readonly [number, string?])[], boolean]>([
    ['nothing has come', {}, [], false],
    ['nothing has come after a position', { start: after('001') }, [], true],
    ['nothing has come from where the subgraph knows', { start: ELSEWHERE }, [], true],
    ['all has a position', {}, [[1, '001']], true],
    ['the newest has none', { start: after('001') }, [[1, '002'], [2]], false],
    ['the newest has one again', {}, [[1], [2, '002']], true],
    ['nothing has positions', { text: PLAIN }, [[1, '002']], false],
  ])('%s', async (_what, given, events, can) => {
    const { feed, tell } = aFeed(given)
    // Before it is asked for nothing can have been missed.
    expect(feed.resumable()).toBe(true)
    await feed.request()
    for (const [n, cursor] of events) tell(n, cursor)
    expect(feed.resumable()).toBe(can)
  })
})

describe('B02 an event of the subgraph', () => {
  it('is taken once: what is not newer is a duplicate', () => {
    const { tell, took, stats } = aFeed({ start: after('001') })
    for (const [n, cursor] of [
      [1, '001'],
      [2, '002'],
      [2, '002'],
      [3, '003'],
    ] as const)
      tell(n, cursor)
    expect(took).toEqual([
      [{ n: 2 }, '002', 9],
      [{ n: 3 }, '003', 9],
    ])
    expect([stats.duplicates, stats.upstreamEvents]).toEqual([2, 2])
  })

  it('is taken without a position, or where no event has one', () => {
    const placed = aFeed({ start: after('001') })
    placed.tell(1)
    placed.tell(2, '002')
    placed.tell(3)
    expect(placed.took).toEqual([
      [{ n: 1 }, null, 9],
      [{ n: 2 }, '002', 9],
      [{ n: 3 }, null, 9],
    ])
    const plain = aFeed({ text: PLAIN })
    plain.tell(1, '001')
    plain.tell(1, '001')
    expect(plain.took).toEqual(Array(2).fill([{ n: 1 }, null, 9]))
  })

  it('that is a position alone is one, and no event; that is nothing is nothing', () => {
    const { feed, took, stats } = aFeed()
    feed.next({ data: null, extensions: { cursor: '001' } }, 9)
    feed.next({ data: null }, 9)
    feed.next({ extensions: { cursor: '002' } } as UpstreamEvent, 9)
    expect([took, stats.upstreamEvents]).toEqual([['001', '002'], 0])
    feed.next({ data: null, errors: [{ message: 'no' } as never] }, 9)
    expect([took.at(-1), stats.upstreamEvents]).toEqual([[null, null, 9], 1])
  })

  it('without any data is how it refuses', () => {
    const { feed, took, ended } = aFeed()
    const error = { message: 'too old', extensions: { code: 'SUBSCRIPTION_RESYNC' } }
    feed.next({ errors: [error] } as unknown as UpstreamEvent, 9)
    expect([took, ended()]).toEqual([[], ['SUBSCRIPTION_RESYNC']])
  })
})

describe('B02 a subgraph that ends a stream', () => {
  it('has ended what cannot be had again, once', async () => {
    const { feed, ended, upstream } = aFeed({ text: PLAIN })
    await feed.request()
    feed.complete()
    feed.complete()
    feed.lost()
    expect([ended(), upstream.did]).toEqual([[null], ['subscribe', 'leave']])
  })

  it.each([
    ['completes it', (feed: Feed) => feed.complete(), null],
    ['cannot read an event', (feed: Feed) => feed.error([interrupted]), 'SUBSCRIPTION_UPSTREAM_LOST'],
  ] as const)(
    'that %s is asked again three times, later each time, and has ended then',
    async (_how, end, code) => {
      const { feed, asked, ended } = aFeed({ start: after('001') })
      await feed.request()
      for (const [times, wait] of [200, 400, 800].entries()) {
        end(feed)
        await vi.advanceTimersByTimeAsync(wait - 1)
        expect(asked()).toBe(times + 1)
        await vi.advanceTimersByTimeAsync(1)
        expect(asked()).toBe(times + 2)
      }
      end(feed)
      await vi.advanceTimersByTimeAsync(5_000)
      expect([asked(), ended()]).toEqual([4, [code]])
    },
  )

  it.each([
    ['completes it', (feed: Feed) => feed.complete()],
    ['cannot read an event', (feed: Feed) => feed.error([interrupted])],
  ])('that %s is asked as often again after an event', async (_how, end) => {
    const { feed, tell, ended } = aFeed({ start: after('001') })
    await feed.request()
    for (let times = 1; times <= 9; times++) {
      end(feed)
      await vi.advanceTimersByTimeAsync(1_000)
      if (times % 3 === 0) tell(times, `10${times}`)
    }
    expect(ended()).toEqual([])
  })

  it('that cannot read an event, where nothing can be had again, is lost at once', async () => {
    const { feed, ended } = aFeed({ text: PLAIN })
    await feed.request()
    feed.error([interrupted])
    expect(ended()).toEqual(['SUBSCRIPTION_UPSTREAM_LOST'])
  })

  it.each([
    [[{ message: 'no code' }], 'no code'],
    [[{ message: 'denied', extensions: { code: 'DENIED' } }], 'DENIED'],
    [[{ message: 'denied', extensions: { code: 'DENIED' } }, interrupted], 'DENIED'],
  ])('by %j has ended it by that', async (errors, code) => {
    const { feed, ended } = aFeed({ start: after('001') })
    await feed.request()
    feed.error(errors)
    expect(ended()).toEqual([code])
  })
})

describe('B02 a stream whose upstream is lost', () => {
  it.each<[string, Given, (readonly [number, string?])[], string]>([
    ['before a position was known', {}, [], 'SUBSCRIPTION_RESYNC'],
    ['where the subgraph knows', { start: ELSEWHERE }, [], 'SUBSCRIPTION_RESYNC'],
    ['when the newest has none', {}, [[1, '001'], [2]], 'SUBSCRIPTION_RESYNC'],
    ['after a position', {}, [[1, '001']], 'SUBSCRIPTION_UPSTREAM_LOST'],
    ['where no event has a position', { text: PLAIN }, [[1]], 'SUBSCRIPTION_UPSTREAM_LOST'],
  ])('%s', (_when, given, events, code) => {
    const { feed, tell, ended } = aFeed(given)
    for (const [n, cursor] of events) tell(n, cursor)
    feed.lost()
    expect(ended()).toEqual([code])
  })
})
