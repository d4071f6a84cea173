import { parse } from 'graphql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aClientSocket } from '../../../testing/subscriptions/client-scene.ts'
import { FakeUpstream } from '../../../testing/subscriptions/fake-upstream.ts'
import { settingsWith } from '../../../testing/subscriptions/plans.ts'
import { graphOf } from '../../../testing/subscriptions/scripted-world.ts'
import { aSession } from '../../../testing/subscriptions/world.ts'
import { REFUSING, textCost } from '../../cost/text-cost.ts'
import type { Session } from '../../actor/session.ts'
import type { Shown } from '../../actor/proof/shown.ts'
import { newStats } from '../contract/stats.ts'
import type { SubscriptionsOptions } from '../contract/options.ts'
import { newGeneration } from '../plan/planning.ts'
import { Streams } from '../stream/streams.ts'
import type { UpstreamEvent } from '../upstream/sink.ts'
import { makeProtocol } from './protocol.ts'

const graph = graphOf({
  sdl: `
    type Query { q: Int }
    scalar Cursor
    type Subscription { tick(of: Int, by: Cursor, after: Cursor, page: Int): Tick plain(of: [In!]): Tick }
    input In { a: Int }
    type Tick { n: Int! item: Item }
    type Item @key(fields: "id") { id: ID! kind: String }`,
  other: {
    sdl: 'type Query { o: Int } type Item @key(fields: "id") { id: ID! title: String }',
    answer: () => Promise.reject(new Error('nobody is asked')),
  },
})
const TICK = 'subscription { tick { n } }'
const OF = 'subscription ($of: Int) { tick(of: $of) { n } }'
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await vi.advanceTimersByTimeAsync(0)
}

interface Given extends Partial<SubscriptionsOptions> {
  readonly session?: () => Session | null
  readonly hasGraph?: boolean
}

/** A client whose gateway is all in memory, greeted unless said; what it was shown, paid and logged. */
async function aClient(
  { session = () => aSession('kari'), hasGraph = true, ...options }: Given = {},
  greets = true,
) {
  const scene = aClientSocket()
  const shown: Shown[] = []
  const paid: number[] = []
  const upstream = Object.assign(new FakeUpstream(), { close: () => {} })
  const settings = settingsWith({
    subgraphs: { urls: () => ['http://live'], fetch: () => Promise.reject(new Error('nobody is asked')) },
    authenticate: async (what) => (shown.push(what), session()),
    pay: (_actor, cost) => paid.push(cost) > 0,
    logger: scene.logger,
    ...options,
    timing: { initialisationMs: 5_000 },
  })
  const stats = newStats()
  const streams = new Streams(settings, stats, () => upstream)
  const generation = hasGraph ? newGeneration(graph, settings) : null
  const protocol = makeProtocol({ settings, streams, generation: () => generation })
  scene.socket.bind(protocol.opened(scene.socket, scene.socket), () => {})
  const { client } = scene
  if (greets) client.say({ type: 'connection_init', payload: { authorization: 'Bearer x', dpop: 'proof' } })
  await settle()
  return {
    ...{ ...scene, shown, paid, upstream, stats, settings },
    async subscribe(query: string, more: object = {}, id = '1') {
      client.say({ id, type: 'subscribe', payload: { query, ...more } })
      await settle()
      const last = client.told.findLast((each) => each.id === id)
      const [error] =
        last?.type === 'error' ? (last.payload as { message: string; extensions: { code: string } }[]) : []
      return error?.extensions.code ?? null
    },
    request: (at = 0) => upstream.sinks[at]?.request(),
    event: async (data: object) => {
      upstream.sinks[0]?.next({ data } as UpstreamEvent, 9)
      await settle()
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('B02 who may connect', () => {
  it('is let in by what the greeting shows', async () => {
    const { client, shown } = await aClient()
    expect(client.told).toEqual([{ type: 'connection_ack' }])
    expect(shown).toEqual([
      { authorization: 'Bearer x', proof: 'proof', method: 'GET', path: '/graphql', over: 'ws' },
    ])
  })

  it.each([
    ['nobody', () => null],
    ['who was somebody', () => aSession('kari', 0)],
  ])('not %s', async (_who, session) => {
    const { client } = await aClient({ session })
    expect([client.told, client.did]).toEqual([[], [[4403, 'Forbidden']]])
  })

  it('later, when nobody can say who it is', async () => {
    const session = () => {
      throw new Error('issuer away')
    }
    const { client, logged } = await aClient({ session })
    expect([client.did, logged]).toEqual([
      [[1013, 'Try again later']],
      ['listener could not be authenticated'],
    ])
  })

  it('not who does not greet in time', async () => {
    const { client } = await aClient({}, false)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(client.did).toEqual([[4408, 'Connection initialisation timeout']])
  })

  it.each(['ping', 'pong'])('a %s may bring a fresh token', async (type) => {
    const sessions = [aSession('kari'), aSession('kari', 3_600_000)]
    const { client, socket } = await aClient({ session: () => sessions.shift() ?? null })
    client.say({ type, payload: { authorization: 'Bearer fresh' } })
    await settle()
    expect((socket.session?.expiresAt ?? 0) - Date.now()).toBe(3_600_000)
    client.say({ type, payload: { authorization: 'Bearer forged' } })
    await settle()
    expect(client.did).toEqual([[4403, 'The fresh token is not good for this socket']])
  })
})

describe('B02 what is subscribed to', () => {
  it('begins, its events come, and it ends', async () => {
    const { subscribe, event, client, upstream } = await aClient()
    expect(await subscribe(TICK)).toBeNull()
    await event({ tick: { n: 1 } })
    expect(client.told.at(-1)).toEqual({ id: '1', type: 'next', payload: { data: { tick: { n: 1 } } } })
    client.say({ id: '1', type: 'complete' })
    await settle()
    expect(upstream.did).toEqual(['subscribe', 'leave'])
  })

  it('with its name, its variables, and from its position', async () => {
    const { subscribe, request } = await aClient()
    const query =
      'subscription A { plain { n } } subscription B($of: Int, $c: Cursor = "7") { tick(of: $of, after: $c) { n } }'
    expect(await subscribe(query, { operationName: 'B', variables: { of: 1 } })).toBeNull()
    expect((await request())?.variables).toEqual({ of: 1, __gatewayAfter: '7' })
  })

  it('where nothing has positions too', async () => {
    const { subscribe, event, client } = await aClient()
    expect(await subscribe('subscription { plain { n } }')).toBeNull()
    await event({ plain: { n: 1 } })
    expect(client.told.at(-1)).toMatchObject({ payload: { data: { plain: { n: 1 } } } })
  })

  it('with all the digits of what is given', async () => {
    const { client, request } = await aClient()
    const query = JSON.stringify('subscription ($c: Cursor) { tick(by: $c) { n } }')
    client.say(
      `{"id":"1","type":"subscribe","payload":{"query":${query},"variables":{"c":9007199254740993}}}`,
    )
    await settle()
    expect(JSON.stringify(await request())).toContain(':9007199254740993')
  })

  it('under names that meet no hidden ones', async () => {
    const { subscribe, request } = await aClient()
    const query = 'subscription ($representations: Int) { tick(of: $representations) { item { title } } }'
    expect(await subscribe(query, { variables: { representations: 4 } })).toBeNull()
    const { variables = {}, query: sent } = (await request()) ?? { query: '' }
    expect([Object.values(variables ?? {}), sent.includes('$representations')]).toEqual([[4], false])
  })

  it('null for its name and its variables are none', async () => {
    const { subscribe } = await aClient()
    expect(await subscribe(TICK, { operationName: null, variables: null })).toBeNull()
  })

  it.each<[string, object, string]>([
    ['subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    [TICK, { operationName: 'B' }, 'OPERATION_NOT_FOUND'],
    [OF, { variables: { of: 'x' } }, 'BAD_USER_INPUT'],
    [
      'subscription ($a: Boolean!) { tick @skip(if: $a) { n } }',
      { variables: { a: true } },
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s %j is refused with %s, and nothing begins', async (query, more, code) => {
    const { subscribe, stats, client, logged } = await aClient()
    expect([await subscribe(query, more), stats.subscribers, client.did, logged]).toEqual([code, 0, [], []])
  })

  it('what is given is said to be wrong in words, each', async () => {
    const { subscribe, client } = await aClient()
    await subscribe('subscription ($a: Int, $b: Int) { tick(of: $a, page: $b) { n } }', {
      variables: { a: 'x', b: 'y' },
    })
    const errors = client.told.at(-1)?.payload as { message: string }[]
    expect(errors.map(({ message }) => /"\$(\w)"/.exec(message)?.[1])).toEqual(['a', 'b'])
  })

  it('nothing while no graph is there, and no more than so many at once', async () => {
    const { subscribe } = await aClient({ hasGraph: false })
    expect(await subscribe(TICK)).toBe('SUBSCRIPTION_UNAVAILABLE')
    const few = await aClient({ limits: { subscriptionsPerSocket: 2 } })
    const codes = []
    for (const id of ['1', '2', '3']) codes.push(await few.subscribe(TICK, {}, id))
    expect([codes, few.stats.subscribers]).toEqual([[null, null, 'SUBSCRIPTION_LIMIT'], 2])
    expect(JSON.stringify(few.client.told.at(-1))).toContain('At most 2 subscriptions')
  })

  it('a bug ends it, is logged, and is told to nobody', async () => {
    const { subscribe, client, logged } = await aClient({
      pay: () => {
        throw new Error('secret cause')
      },
    })
    expect([await subscribe(TICK), logged]).toEqual(['INTERNAL_SERVER_ERROR', ['subscription failed']])
    expect(JSON.stringify(client.told)).not.toContain('secret')
  })

  it('what ends it later is told by its code', async () => {
    const { subscribe, client, upstream } = await aClient()
    await subscribe(TICK)
    upstream.sinks[0]?.error([{ message: 'denied', extensions: { code: 'DENIED' } }])
    await settle()
    expect(client.told.at(-1)).toEqual({
      ...{ id: '1', type: 'error', payload: [{ message: 'denied', extensions: { code: 'DENIED' } }] },
    })
  })
})

describe('B02 what it costs to listen', () => {
  const text = textCost(TICK, parse(TICK))
  const registered = () => [parse(TICK), parse(OF)]

  it('its text, to begin, and each event', async () => {
    const { subscribe, paid, event } = await aClient()
    await subscribe(TICK)
    await event({ tick: { n: 1 } })
    expect(paid).toEqual([text, 50, 11])
  })

  it('an event of no price costs its fields', async () => {
    const { subscribe, paid, event } = await aClient()
    const query = 'subscription { tick { n a: n b: n c: n d: n e: n f: n g: n h: n i: n j: n k: n l: n } }'
    await subscribe(query)
    await event({ tick: {} })
    expect(paid.at(-1)).toBe(14)
  })

  it('nothing of what is registered, but for what is given without being declared, and to be refused for it', async () => {
    const { subscribe, paid } = await aClient({ registered })
    await subscribe(TICK)
    expect(paid).toEqual([])
    await subscribe(TICK, { variables: { x: 'x'.repeat(1_000) } }, '2')
    expect(paid).toEqual([0.5 * (1_000 + '["x",""]'.length - 200)])
    await subscribe(OF, { variables: { of: 'x' } }, '3')
    expect(paid.at(-1)).toBe(REFUSING)
  })

  it.each([
    ['its text', TICK, {}, 0],
    ['to begin', TICK, {}, 1],
    ['what is given', TICK, { variables: { x: 'x'.repeat(1_000) } }, 1],
  ])('who cannot pay for %s is refused', async (_what, query, more, after) => {
    const paid: number[] = []
    const { subscribe, stats } = await aClient({ pay: (_actor, cost) => paid.push(cost) <= after })
    expect([await subscribe(query, more), stats.subscribers]).toEqual(['TOO_MANY_REQUESTS', 0])
    expect(paid).toHaveLength(after + 1)
  })

  it('one event may not cost too much: refusing that is paid for', async () => {
    const documentLimits = { ...settingsWith().documentLimits, maxCost: 5 }
    const { subscribe, paid, client } = await aClient({ documentLimits, registered })
    expect([await subscribe(TICK), paid]).toEqual(['QUERY_TOO_COSTLY', [REFUSING]])
    expect(JSON.stringify(client.told.at(-1))).toContain('cost')
  })
})
