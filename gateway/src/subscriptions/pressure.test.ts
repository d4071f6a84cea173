import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RawClient } from '../../testing/subscriptions/raw-client.ts'
import { aScriptedWorld, type ScriptedWorld } from '../../testing/subscriptions/scripted-world.ts'
import type { UpstreamSubscription } from '../../testing/subscriptions/scripted-upstream.ts'

const sdl = `
  scalar Cursor
  type Query { q: Int }
  type Subscription { tick(after: Cursor): Tick! plain: Tick! other: Tick! }
  type Tick { n: Int! s: String t: Thing }
  type Thing @key(fields: "id") { id: ID! }`
const otherSdl = 'type Thing @key(fields: "id") { id: ID! name: String }'

const positionOf = (n: number) => String(n).padStart(8, '0')
const tick = (n: number, s = 'x') => ({
  data: { tick: { n, s, t: { __typename: 'Thing', id: String(n % 50) } } },
  extensions: { cursor: positionOf(n) },
})
const plain = (n: number, s = 'x') => ({ data: { plain: tick(n, s).data.tick } })
const KILOBYTE = 'x'.repeat(1024)
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** All events after the requested position, in one burst, as fast as a socket takes them. */
const burst =
  (count: number, text = 'x') =>
  (subscription: UpstreamSubscription) => {
    const isPlain = subscription.query.includes('plain')
    const from = Number(subscription.variables['__gatewayAfter'] ?? 0)
    for (let n = from + 1; n <= count; n++) subscription.next(isPlain ? plain(n, text) : tick(n, text))
  }

let world: ScriptedWorld
afterEach(() => world.end())

async function worldWith(options: NonNullable<Parameters<typeof aScriptedWorld>[0]['options']> = {}) {
  let atOnce = 0
  const most = { atOnce: 0 }
  const answer = async (ids: readonly string[]) => {
    most.atOnce = Math.max(most.atOnce, ++atOnce)
    await delay(1)
    atOnce--
    return { data: { _entities: ids.map((id) => ({ name: `name ${id}` })) } }
  }
  world = await aScriptedWorld({ sdl, other: { sdl: otherSdl, answer }, options })
  return { world, most }
}

async function follow(query: string) {
  const client = await world.client()
  client.subscribe('1', query)
  return client
}

async function expectAll(client: RawClient, count: number, timeout: number) {
  await vi.waitFor(
    () => expect([client.messages.length, client.ending('1')]).toEqual([count + 1, undefined]),
    {
      timeout,
      interval: 100,
    },
  )
  expect(client.numbers('1')).toEqual(upTo(count))
}

/** The gateway takes nothing more of the subgraph, although there is more: what it holds does not grow. */
async function expectNoMoreTaken(of: number) {
  const { stats } = world.subscriptions
  let before = -1
  while (before !== stats.upstreamEvents) {
    before = stats.upstreamEvents
    await delay(150)
  }
  expect(stats.upstreamEvents).toBeLessThan(of)
}

describe('B02 a burst is taken at the pace of what its events need', () => {
  it.each(['tick(after: "00000000")', 'plain'])(
    '3,000 events of %s that each need a fetch: all, in order',
    async (field) => {
      const { most } = await worldWith()
      world.upstream.onSubscribe = burst(3_000)
      const client = await follow(`subscription { ${field} { n t { name } } }`)
      await expectAll(client, 3_000, 20_000)
      expect(most.atOnce).toBe(32)
      // There are but 50 things: what waits for the same is one request.
      expect(world.subscriptions.stats.entityRequests).toBeLessThan(2_000)
      expect(world.subscriptions.stats.duplicates).toBe(0)
    },
  )

  it('alone on its socket a stream that is held for long is not subscribed to again, so nothing is sent twice', async () => {
    await worldWith({ limits: { unsentBytes: 20_000 }, timing: { holdMs: 20 } })
    world.upstream.onSubscribe = burst(10_000, KILOBYTE)
    const client = await follow('subscription { tick(after: "00000000") { n s } }')
    client.socket.pause()
    await expectNoMoreTaken(10_000)
    client.socket.resume()
    await expectAll(client, 10_000, 20_000)
    expect(world.upstream.subscriptions).toHaveLength(1)
  })

  it('one that is held for very long leaves all the same: its subgraph may take a silent socket for dead', async () => {
    await worldWith({ limits: { unsentBytes: 20_000 }, timing: { holdMs: 20, slowMs: 200 } })
    world.upstream.onSubscribe = burst(10_000, KILOBYTE)
    const client = await follow('subscription { tick(after: "00000000") { n s } }')
    client.socket.pause()
    await vi.waitFor(() => expect(world.upstream.completed).toBe(1), 5_000)
    client.socket.resume()
    await expectAll(client, 10_000, 20_000)
    expect(world.upstream.subscriptions.length).toBeGreaterThan(1)
  })

  it('other streams of the same socket are not kept waiting by one that can resume', async () => {
    await worldWith({ limits: { unsentBytes: 20_000 }, timing: { holdMs: 50 } })
    world.upstream.onSubscribe = (subscription) => {
      if (subscription.query.includes('tick')) burst(10_000, KILOBYTE)(subscription)
    }
    const quick = await follow('subscription { other { n } }')
    await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(1))
    const slow = await follow('subscription { tick(after: "00000000") { n s } }')
    slow.socket.pause()
    await vi.waitFor(() => expect(world.upstream.completed).toBe(1), 10_000)
    world.upstream.subscriptions[0]?.next({ data: { other: { n: 1 } } })
    await vi.waitFor(() => expect(quick.numbers('1')).toEqual([1]), 5_000)
    slow.socket.resume()
    await expectAll(slow, 10_000, 20_000)
  })
})

describe('B02 a client that reads slowly', () => {
  it('gets 100,000 events: all of them, in order, in bounded memory', async () => {
    await worldWith({ limits: { unsentBytes: 256 * 1024 } })
    const count = 100_000
    world.upstream.onSubscribe = burst(count, KILOBYTE.slice(0, 300))
    const client = await follow('subscription { tick(after: "00000000") { n s } }')
    for (let pause = 0; pause < 3; pause++) {
      client.socket.pause()
      await expectNoMoreTaken(count)
      client.socket.resume()
      await delay(50)
    }
    await expectAll(client, count, 60_000)
    expect(world.subscriptions.stats.slowConsumers).toBe(0)
  }, 90_000)

  it.each([2, 3, 8])(
    'goes on when it reads again, though the header of message %i filled the socket',
    async (filling) => {
      const text = 'x'.repeat(8_000)
      const message = JSON.stringify({ id: '1', type: 'next', payload: tick(10_000, text) })
      const frame = message.length + 4
      await worldWith({ limits: { unsentBytes: filling * frame - 2 } })
      const client = await follow('subscription { tick(after: "00000000") { n s t { id } } }')
      await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(1))
      client.socket.pause()
      // Nothing may come after the one that fills the socket.
      for (let n = 10_000; world.subscriptions.stats.upstreamEvents === n - 10_000 && n < 12_000; n++) {
        world.upstream.subscriptions[0]?.next(tick(n, text))
        await delay(2)
      }
      const sent = world.subscriptions.stats.upstreamEvents + 1
      client.socket.resume()
      await vi.waitFor(() => expect(client.numbers('1')).toHaveLength(sent), 5_000)
    },
  )

  it('does not hold back who shares its stream, and gets all that it missed when it reads again', async () => {
    await worldWith({ limits: { unsentBytes: 256 * 1024, replayedEvents: 4 } })
    const [quick, slow] = [await world.client(), await world.client()]
    for (const client of [quick, slow])
      client.subscribe('1', 'subscription { tick(after: "00000000") { n s } }')
    await vi.waitFor(() => expect(world.subscriptions.stats.subscribers).toBe(2))
    await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(1))
    slow.socket.pause()
    const [shared] = world.upstream.subscriptions
    const text = KILOBYTE.repeat(64)
    let sent = 0
    while (world.subscriptions.stats.slowConsumers === 0) {
      shared?.next(tick(++sent, text))
      await delay(1)
    }
    for (let more = 0; more < 20; more++) shared?.next(tick(++sent, text))
    await vi.waitFor(() => expect(quick.numbers('1')).toEqual(upTo(sent)))
    world.upstream.onSubscribe = burst(sent, text)
    slow.socket.resume()
    await expectAll(slow, sent, 10_000)
    expect(world.subscriptions.stats.subscribers).toBe(2)
  })

  it('that has left meanwhile is not served any more', async () => {
    await worldWith({ limits: { unsentBytes: 256 * 1024, replayedEvents: 4 } })
    const [quick, slow] = [await world.client(), await world.client()]
    for (const client of [quick, slow])
      client.subscribe('1', 'subscription { tick(after: "00000000") { n s } }')
    await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(1))
    await vi.waitFor(() => expect(world.subscriptions.stats.subscribers).toBe(2))
    slow.socket.pause()
    for (let n = 1; world.subscriptions.stats.slowConsumers === 0; n++) {
      world.upstream.subscriptions[0]?.next(tick(n, KILOBYTE.repeat(64)))
      await delay(1)
    }
    slow.end()
    await vi.waitFor(() => expect(world.subscriptions.stats).toMatchObject({ subscribers: 1, streams: 1 }))
    expect(world.upstream.subscriptions).toHaveLength(1)
  })

  it('gets SUBSCRIPTION_SLOW_CONSUMER after a while if nothing can be had again', async () => {
    await worldWith({ limits: { unsentBytes: 16 * 1024 }, timing: { slowMs: 100 } })
    world.upstream.onSubscribe = burst(20_000, KILOBYTE)
    const client = await world.client()
    client.socket.pause()
    client.subscribe('1', 'subscription { plain { n s } }')
    await vi.waitFor(() => expect(world.subscriptions.stats.slowConsumers).toBe(1), 5_000)
    client.socket.resume()
    await vi.waitFor(() => expect(client.ending('1')).toBe('SUBSCRIPTION_SLOW_CONSUMER'), 5_000)
    const numbers = client.numbers('1')
    expect(numbers).toEqual(upTo(numbers.length))
  })
})
