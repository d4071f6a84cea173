import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RawClient } from '../../testing/subscriptions/raw-client.ts'
import { aScriptedWorld, type ScriptedWorld } from '../../testing/subscriptions/scripted-world.ts'

const sdl = `
  type Query { q: Int }
  type Subscription { tick(n: Int): Tick! }
  type Tick { n: Int! }`
const TICK = 'subscription { tick { n } }'

let world: ScriptedWorld
const clients: RawClient[] = []
beforeEach(
  async () => (world = await aScriptedWorld({ sdl, options: { timing: { initialisationMs: 400 } } })),
)
afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  await world.end()
})

const connect = async (protocol?: string) => {
  const client = new RawClient(world.url, protocol)
  clients.push(client)
  await client.opened()
  return client
}

/** With which code the gateway closes the socket. */
async function closingCode(client: RawClient): Promise<number | undefined> {
  await vi.waitUntil(() => client.closing !== null, 3_000)
  return client.closing?.code
}

/** Subscribes, and returns the subscription as the subgraph has it. */
async function follow(client: RawClient, id: string) {
  const before = world.upstream.subscriptions.length
  client.subscribe(id, TICK)
  await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(before + 1))
  const subscription = world.upstream.subscriptions.at(-1)
  if (!subscription) throw new Error('the subgraph got no subscription')
  return subscription
}
const tick = (n: number) => ({ data: { tick: { n } } })

describe('B02 graphql-transport-ws: when a socket is closed', () => {
  it.each([
    ['no JSON', 'hello'],
    ['no object', '"hello"'],
    ['no type', '{}'],
    ['an unknown type', '{"type":"start"}'],
    ['a subscription without an id', { type: 'subscribe', payload: { query: TICK } }],
    ['a subscription with an empty id', { id: '', type: 'subscribe', payload: { query: TICK } }],
    ['a subscription without a document', { id: '1', type: 'subscribe', payload: {} }],
    [
      'variables that are no object',
      { id: '1', type: 'subscribe', payload: { query: TICK, variables: 'x' } },
    ],
    ['an end without an id', { type: 'complete' }],
    ['a greeting whose payload is no object', { type: 'connection_init', payload: 'x' }],
  ])('4400 for %s', async (_name, message) => {
    const client = await world.client()
    client.say(message)
    expect(await closingCode(client)).toBe(4400)
  })

  it('4401 for a subscription before the greeting is answered', async () => {
    const client = await connect()
    client.subscribe('1', TICK)
    expect(await closingCode(client)).toBe(4401)
    expect(world.upstream.subscriptions).toEqual([])
  })

  it('4403 for who is not let in', async () => {
    await world.end()
    world = await aScriptedWorld({ sdl, options: { authenticate: async () => null } })
    const client = await connect()
    client.say({ type: 'connection_init' })
    expect(await closingCode(client)).toBe(4403)
  })

  it('4408 for who does not greet in time', async () => {
    expect(await closingCode(await connect())).toBe(4408)
  })

  it('4409 for an id that is in use', async () => {
    const client = await world.client()
    await follow(client, '1')
    client.subscribe('1', TICK)
    expect(await closingCode(client)).toBe(4409)
    await vi.waitFor(() => expect(world.subscriptions.stats).toMatchObject({ streams: 0, subscribers: 0 }))
  })

  it('4429 for a second greeting', async () => {
    const client = await world.client()
    client.say({ type: 'connection_init' })
    expect(await closingCode(client)).toBe(4429)
  })

  it('no socket, or 4406, for another protocol', async () => {
    const other = new RawClient(world.url, 'graphql-ws')
    clients.push(other)
    await vi.waitFor(() => expect(other.closing).not.toBeNull())
    expect(other.messages).toEqual([])
  })

  it('1009 for a message that is too long', async () => {
    const client = await world.client()
    client.subscribe('1', TICK + ' '.repeat(70_000))
    expect(await closingCode(client)).toBe(1009)
  })
})

describe('B02 graphql-transport-ws: messages on a socket', () => {
  it('a greeting is acknowledged once', async () => {
    const client = await connect()
    client.say({ type: 'connection_init' })
    await vi.waitFor(() => expect(client.messages).toEqual([{ type: 'connection_ack' }]))
  })

  it('a ping is answered with a pong and its payload, also before the greeting; a pong with nothing', async () => {
    const client = await connect()
    client.say({ type: 'ping' })
    client.say({ type: 'ping', payload: { a: 1 } })
    client.say({ type: 'pong' })
    client.say({ type: 'pong', payload: { b: 1 } })
    await vi.waitFor(() =>
      expect(client.messages).toEqual([{ type: 'pong' }, { type: 'pong', payload: { a: 1 } }]),
    )
  })

  it('events carry the id, then complete ends it, with nothing after', async () => {
    const client = await world.client()
    const one = await follow(client, 'one')
    one.next(tick(1))
    one.complete()
    await vi.waitFor(() => expect(client.ending('one')).toBe('complete'))
    one.next(tick(2))
    await delay(50)
    expect(client.of('one')).toEqual([
      { id: 'one', type: 'next', payload: tick(1) },
      { id: 'one', type: 'complete' },
    ])
  })

  it('an error ends it without complete; an event with errors does not end it', async () => {
    const client = await world.client()
    const one = await follow(client, '1')
    const partly = { data: null, errors: [{ message: 'no', extensions: { code: 'NO' } }] }
    one.next(partly)
    one.error([{ message: 'over', extensions: { code: 'OVER' } }])
    await vi.waitFor(() => expect(client.ending('1')).toBe('OVER'))
    await delay(50)
    expect(client.of('1').map(({ type }) => type)).toEqual(['next', 'error'])
    expect(client.events('1')[0]).toMatchObject({ data: null, errors: [{ message: 'no' }] })
  })

  it('complete of the client ends it: nothing comes after, and the subgraph gets it too', async () => {
    const client = await world.client()
    const one = await follow(client, '1')
    client.say({ id: '1', type: 'complete' })
    await vi.waitFor(() => expect(world.upstream.completed).toBe(1))
    one.next(tick(1))
    await delay(50)
    expect([client.of('1'), client.closing]).toEqual([[], null])
  })

  it('complete for an id that is not known is nothing', async () => {
    const client = await world.client()
    client.say({ id: 'nobody', type: 'complete' })
    const one = await follow(client, '1')
    one.next(tick(1))
    await vi.waitFor(() => expect(client.numbers('1')).toEqual([1]))
  })

  it.each([
    ['by the client', (client: RawClient) => client.say({ id: '1', type: 'complete' })],
    ['by the subgraph', () => world.upstream.subscriptions.at(-1)?.complete()],
    ['by an error', () => world.upstream.subscriptions.at(-1)?.error([{ message: 'over' }])],
  ])('an id is free again when it has been ended %s', async (_name, end) => {
    const client = await world.client()
    for (let round = 1; round <= 3; round++) {
      const one = await follow(client, '1')
      one.next(tick(round))
      await vi.waitFor(() => expect(client.events('1')).toHaveLength(round))
      end(client)
      await vi.waitFor(() => expect(world.subscriptions.stats.subscribers).toBe(0))
    }
    expect([client.numbers('1'), client.closing]).toEqual([[1, 2, 3], null])
  })

  it('also when it is used anew in the same breath', async () => {
    const client = await world.client()
    await follow(client, '1')
    client.say({ id: '1', type: 'complete' })
    client.subscribe('1', 'subscription { tick(n: 2) { n } }')
    await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(2))
    world.upstream.subscriptions[1]?.next(tick(2))
    await vi.waitFor(() => expect(client.numbers('1')).toEqual([2]))
    expect([client.of('1').length, client.closing]).toEqual([1, null])
  })

  it('an operation that is refused leaves its id free', async () => {
    const client = await world.client()
    client.subscribe('1', 'subscription { nothing }')
    await vi.waitFor(() => expect(client.ending('1')).toBe('GRAPHQL_VALIDATION_FAILED'))
    const one = await follow(client, '1')
    one.next(tick(1))
    await vi.waitFor(() => expect(client.numbers('1')).toEqual([1]))
  })

  it('several run side by side, each for itself', async () => {
    const client = await world.client()
    const first = await follow(client, 'a')
    client.subscribe('b', 'subscription { tick(n: 2) { n } }')
    await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(2))
    world.upstream.subscriptions[1]?.next(tick(2))
    first.next(tick(1))
    first.complete()
    await vi.waitFor(() => expect(client.ending('a')).toBe('complete'))
    expect([client.numbers('a'), client.numbers('b'), client.ending('b')]).toEqual([[1], [2], undefined])
  })
})
