import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { Subscriber } from './stream/subscriber.ts'
import { cursorOf } from '../../testing/subscriptions/queue-log.ts'
import { aSession, aWorld, QUEUE, type World } from '../../testing/subscriptions/world.ts'

const start = { queue: 'a', after: cursorOf(0) }

describe('B02 sockets of clients', () => {
  let world: World
  afterEach(() => world.end())

  it.each([null, 'forged', 'kari:-1'])('closes with 4403 for the bearer %s', async (bearer) => {
    world = await aWorld()
    const listener = world.tab(bearer).listen(QUEUE, start)
    await vi.waitFor(() => expect(listener.closing).toMatchObject({ code: 4403 }))
  })

  it('closes with 1013, so that the client tries again, when nobody can say who it is', async () => {
    world = await aWorld()
    const listener = world.tab('unreachable').listen(QUEUE, start)
    await vi.waitFor(() => expect(listener.closing).toMatchObject({ code: 1013 }))
    expect(world.queue.subscriptions).toHaveLength(0)
  })

  it('closes with 4403 when the token expires, and resumes on a fresh one', async () => {
    world = await aWorld()
    const expiring = world.tab('kari:1000').listen(QUEUE, start)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(expiring.numbers).toEqual([1]))
    await vi.waitFor(() => expect(expiring.closing).toMatchObject({ code: 4403 }))
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(0))
    world.queue.log.emit('a')
    const fresh = world.tab('kari').listen(QUEUE, { queue: 'a', after: expiring.cursor })
    await vi.waitFor(() => expect(fresh.numbers).toEqual([2]))
  })

  it('closes with 4403 soon after the access has changed, and nobody else', async () => {
    const left = new Set<string>()
    world = await aWorld({
      timing: { recheckMs: 50 },
      stillHolds: async ({ subject }) => !left.has(subject),
    })
    const leaving = world.tab('kari').listen(QUEUE, start)
    const staying = world.tab('ola').listen(QUEUE, start)
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(2))
    left.add('kari')
    await vi.waitFor(() => expect(leaving.closing).toMatchObject({ code: 4403 }))
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(staying.numbers).toEqual([1]))
    expect([leaving.numbers, staying.closing]).toEqual([[], null])
  })

  it('closes with 1013 when the access is in doubt and nobody can say', async () => {
    const stillHolds = () => Promise.reject(new Error('identity away'))
    world = await aWorld({ timing: { recheckMs: 30 }, stillHolds })
    const listener = world.tab('kari').listen(QUEUE, start)
    await vi.waitFor(() => expect(listener.closing).toMatchObject({ code: 1013 }))
  })

  it('rechecks at once the sockets of a person who has changed, and no others', async () => {
    const left = new Set<string>()
    world = await aWorld({
      timing: { recheckMs: 60_000 },
      stillHolds: async ({ subject }) => !left.has(subject),
    })
    const leaving = world.tab('kari').listen(QUEUE, start)
    const staying = world.tab('ola').listen(QUEUE, start)
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(2))
    left.add('kari').add('ola')
    world.subscriptions.recheck(({ subject }) => subject === 'kari')
    await vi.waitFor(() => expect(leaving.closing).toMatchObject({ code: 4403 }))
    expect(staying.closing).toBeNull()
  })

  it('rechecks when a date of the person’s grants is reached', async () => {
    const [now, checked] = [Date.now(), [] as string[]]
    const authenticate = async () => ({ ...aSession('kari'), holdsUntil: now + 300 })
    const stillHolds = async ({ subject }: { subject: string }) => checked.push(subject) === 0
    world = await aWorld({ timing: { recheckMs: 60_000 }, authenticate, stillHolds })
    const listener = world.tab('kari').listen(QUEUE, start)
    await vi.waitFor(() => expect(listener.closing).toMatchObject({ code: 4403 }))
    expect(Date.now()).toBeGreaterThanOrEqual(now + 300)
  })

  it.each([
    ['query { queues }', 'SUBSCRIPTION_ONLY'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription ($queue: ID!) { queueChanged(queue: $queue) { number } }', 'BAD_USER_INPUT'],
    ['subscription A { ticks { number } } subscription B { ticks { number } }', 'OPERATION_NOT_FOUND'],
    [`subscription { queueChanged(queue: ${'['.repeat(3_000)}) { number } }`, 'DOCUMENT_TOO_DEEP'],
    [`subscription { ticks { ${'number '.repeat(5000)} } }`, 'GRAPHQL_PARSE_FAILED'],
  ])('refuses %.60s with %s and keeps the socket', async (document, code) => {
    world = await aWorld()
    const tab = world.tab('kari')
    const refused = tab.listen(document)
    await vi.waitFor(() => expect(refused.code).toBe(code))
    const served = tab.listen(QUEUE, start)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(served.numbers).toEqual([1]))
    expect(world.subscriptions.stats.subscribers).toBe(1)
  })

  it('closes with 4400 on a message that nests without end', async () => {
    world = await aWorld()
    const socket = new WebSocket(world.url, 'graphql-transport-ws')
    await new Promise((resolve) => socket.once('open', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(`{"type":"ping","payload":{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`)
    expect(await closed).toBe(4400)
  })

  it('refuses more subscriptions on one socket than the limit', async () => {
    world = await aWorld({ limits: { subscriptionsPerSocket: 2 } })
    const tab = world.tab('kari')
    const listeners = [1, 2, 3].map(() => tab.listen(QUEUE, start))
    await vi.waitFor(() => expect(listeners[2]?.code).toBe('SUBSCRIPTION_LIMIT'))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(listeners[1]?.numbers).toEqual([1]))
  })

  it('drops a client that does not answer a ping', async () => {
    world = await aWorld({ timing: { pingAfterMs: 100 } })
    const answering = world.tab('ola').listen(QUEUE, start)
    const silent = new WebSocket(world.url, 'graphql-transport-ws', { autoPong: false })
    await new Promise((resolve) => silent.once('close', resolve))
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(answering.numbers).toEqual([1]))
  })

  it('answers an upgrade elsewhere with 404', async () => {
    world = await aWorld()
    const other = new WebSocket(world.url.replace('/graphql', '/other'), 'graphql-transport-ws')
    const error = await new Promise<Error>((resolve) => other.once('error', resolve))
    expect(error.message).toContain('404')
  })

  it('closes with 1001 when it stops, and leaves nothing at the subgraph', async () => {
    world = await aWorld()
    const listener = world.tab('kari').listen(QUEUE, start)
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    await world.subscriptions.close()
    await vi.waitFor(() => expect(listener.closing).toMatchObject({ code: 1001 }))
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(0))
    expect(world.subscriptions.stats).toMatchObject({ sockets: 0, subscribers: 0, streams: 0 })
  })

  it('lets go of the socket to a subgraph that nobody listens to', async () => {
    world = await aWorld()
    const tab = world.tab('kari')
    const first = tab.listen(QUEUE, start)
    await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
    first.stop()
    await vi.waitFor(() => expect(world.queue.open).toBe(0))
    const second = tab.listen(QUEUE, start)
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(second.numbers).toEqual([1]))
    expect(world.queue.connections).toBe(2)
  })
})

describe('B02 a subscriber as an iterator', () => {
  it('returns at once although a step is waited for', async () => {
    const left: Subscriber[] = []
    const source = { leave: (subscriber: Subscriber) => void left.push(subscriber), full: () => {} }
    const subscriber = new Subscriber(source, { next: () => true, whenDrained: () => {} }, '1', null)
    const waiting = subscriber.next()
    await subscriber.return()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(left).toEqual([subscriber])
    expect(await subscriber.next()).toEqual({ done: true, value: undefined })
  })

  it('sends nothing before the first step is requested', () => {
    const sent: string[] = []
    const outlet = { next: (_: string, payload: string) => sent.push(payload) > 0, whenDrained: () => {} }
    const subscriber = new Subscriber({ leave: () => {}, full: () => {} }, outlet, '1', null)
    subscriber.push('1', 'first')
    expect(sent).toEqual([])
    void subscriber.next()
    subscriber.push('2', 'second')
    expect(sent).toEqual(['first', 'second'])
  })
})
