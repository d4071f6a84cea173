import { describe, expect, it } from 'vitest'
import { FakeUpstream } from '../../../testing/subscriptions/fake-upstream.ts'
import { aPlanner, settingsWith } from '../../../testing/subscriptions/plans.ts'
import { graphOf } from '../../../testing/subscriptions/scripted-world.ts'
import { aPerson } from '../../../testing/subscriptions/world.ts'
import { StreamFailure } from '../contract/failure.ts'
import type { FieldOptions } from '../contract/options.ts'
import { newStats } from '../contract/stats.ts'
import { after, type Start } from '../plan/position.ts'
import type { UpstreamEvent } from '../upstream/sink.ts'
import { Streams } from './streams.ts'

const graph = graphOf({
  sdl: `
    type Query { q: Int }
    scalar Cursor
    type Subscription { tick(of: Int, after: Cursor): Tick plain(of: Int): Tick }
    type Tick { n: Int! }`,
})
const TICK = 'subscription ($of: Int, $c: Cursor) { tick(of: $of, after: $c) { n } }'
const PLAIN = 'subscription ($of: Int) { plain(of: $of) { n } }'
const NOW: Start = { kind: 'now', given: undefined }
const failure = StreamFailure.of('SUBSCRIPTION_SCHEMA_RELOAD', 'a new schema')

class Closing extends FakeUpstream {
  closed = 0
  close() {
    this.closed++
  }
}

interface Asks {
  readonly text?: string
  readonly variables?: Record<string, unknown>
  readonly start?: Start
  readonly person?: string
}

/** All streams of a gateway, over sockets in memory. */
function allStreams(given: FieldOptions & { readonly registered?: boolean; readonly most?: number } = {}) {
  const where = { urls: ['http://one'] as readonly string[] | undefined }
  const upstreams: Closing[] = []
  const stats = newStats()
  const paid: [string, number][] = []
  const settings = settingsWith({
    fields: { tick: given },
    limits: { replayedEvents: 1 },
    subgraphs: { urls: () => where.urls, fetch: () => Promise.reject(new Error('nobody is asked')) },
    pay({ personId }, cost) {
      paid.push([personId, cost])
      return cost <= (given.most ?? Infinity)
    },
  })
  const streams = new Streams(settings, stats, () => {
    const upstream = new Closing()
    upstreams.push(upstream)
    return upstream
  })
  const planner = aPlanner(graph)
  const listen = ({ text = TICK, variables = {}, start = after('000'), person = 'kari' }: Asks = {}) => {
    const got: number[] = []
    const client = { room: true, drained: () => {} }
    const outlet = {
      next(_id: string, payload: string) {
        const { data } = JSON.parse(payload) as { data: Record<string, { n: number }> }
        got.push(...Object.values(data).map(({ n }) => n))
        return client.room
      },
      whenDrained: (run: () => void) => void (client.drained = run),
    }
    const plan = { ...planner.plan(text), isRegistered: given.registered ?? false }
    const common = {
      plan,
      variables,
      coerced: variables,
      start,
      cost: 7,
      actor: aPerson(person),
      outlet,
      id: '1',
    }
    const subscriber = streams.listen(common)
    const end = { of: undefined as unknown }
    subscriber.next().then(
      () => (end.of = 'complete'),
      (error: StreamFailure) => (end.of = error.errors[0]?.extensions?.['code']),
    )
    return { subscriber, got, client, end }
  }
  const tell = (n: number, at = 0, name = 'tick') =>
    upstreams[0]?.sinks[at]?.next(
      { data: { [name]: { n } }, extensions: { cursor: `00${n}` } } as UpstreamEvent,
      9,
    )
  return { streams, where, upstreams, stats, paid, listen, tell, sinks: () => upstreams[0]?.sinks.length }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('B02 who shares a stream', () => {
  it.each<[string, Asks, Asks, number]>([
    ['who asks for the same as one and the same', {}, {}, 1],
    ['who is another', {}, { person: 'ola' }, 2],
    ['who gives another variable', { variables: { of: 1 } }, { variables: { of: 2 } }, 2],
    ['who gives null and who gives nothing', { variables: { of: null } }, {}, 2],
    ['who asks by another document', {}, { text: TICK.replace('{ n }', '{ x: n }') }, 2],
    ['who gives what is not declared', {}, { variables: { other: 1 } }, 1],
    ['who gives the position otherwise', { variables: { c: '000' } }, { variables: { c: '001' } }, 1],
    [
      'who gives variables in another order',
      { variables: { of: 1, c: 1 } },
      { variables: { c: 1, of: 1 } },
      1,
    ],
    ['where nothing has positions', { text: PLAIN, start: NOW }, { text: PLAIN, start: NOW }, 1],
    [
      'who asks so for another',
      { text: PLAIN, start: NOW },
      { text: PLAIN, start: NOW, variables: { of: 1 } },
      2,
    ],
    ['who comes from further back', { start: after('005') }, { start: after('001') }, 2],
  ])('%s: %#', (_who, one, other, streams) => {
    const { listen, stats, upstreams } = allStreams()
    listen(one)
    listen(other)
    expect([stats.streams, upstreams.length]).toEqual([streams, 1])
  })

  it('who comes later joins the one that has what it lacks', () => {
    const { listen, stats, sinks } = allStreams()
    for (const position of ['005', '001', '001', '003']) listen({ start: after(position) })
    expect([stats.streams, sinks(), stats.subscribers]).toEqual([2, 2, 4])
  })

  it('each of those that are open is looked at', () => {
    const { listen, stats, tell } = allStreams()
    for (const position of ['001', '000']) listen({ start: after(position) })
    for (const n of [1, 2, 3]) tell(n, 1)
    listen({ start: after('001') })
    expect(stats.streams).toBe(2)
  })

  it('all of an audience, for whom the subgraph is asked; not who may not see all of it', () => {
    const all = { key: 'all', actor: aPerson('everybody') }
    const sharedStream: FieldOptions['sharedStream'] = ({ personId }) =>
      personId === 'eva' ? undefined : all
    const { listen, stats, tell, paid } = allStreams({ sharedStream })
    for (const person of ['kari', 'ola', 'eva']) listen({ person })
    tell(1, 0)
    tell(1, 1)
    expect([stats.streams, paid]).toEqual([
      2,
      [
        ['everybody', 7],
        ['eva', 7],
      ],
    ])
  })

  it('one actor is no audience that happens to be called so', () => {
    const sharedStream: FieldOptions['sharedStream'] = ({ personId }) =>
      personId === 'ola' ? { key: 'x', actor: aPerson('ola') } : undefined
    const { listen, stats } = allStreams({ sharedStream })
    for (const person of ['kari', 'ola']) listen({ person })
    expect(stats.streams).toBe(2)
  })
})

describe('B02 what a stream costs', () => {
  it('each event is paid, and one that is too much ends it; of what is registered none is', async () => {
    const paying = allStreams({ most: 6 })
    const { end } = paying.listen()
    paying.tell(1)
    await settle()
    expect([end.of, paying.paid]).toEqual(['TOO_MANY_REQUESTS', [['kari', 7]]])
    const free = allStreams({ most: 6, registered: true })
    const { got } = free.listen()
    free.tell(1)
    expect([got, free.paid]).toEqual([[1], []])
  })
})

describe('B02 the sockets that streams run on', () => {
  it('one for each set of addresses: after a reload a subgraph may be elsewhere', () => {
    const { listen, where, upstreams } = allStreams()
    listen()
    listen({ person: 'ola' })
    where.urls = ['http://one', 'http://two']
    listen({ person: 'eva' })
    expect(upstreams.map(({ sinks }) => sinks.length)).toEqual([2, 1])
  })

  it.each([[undefined], [[]]])('none where the subgraph has no address: %j', (urls) => {
    const { listen, where } = allStreams()
    where.urls = urls
    expect(() => listen()).toThrow('no address')
  })

  it('all are closed, once', () => {
    const { listen, streams, upstreams } = allStreams()
    listen()
    streams.close()
    streams.close()
    expect(upstreams.map(({ closed }) => closed)).toEqual([1])
  })
})

describe('B02 who listens', () => {
  /** One that is behind, beside another. */
  const slowly = () => {
    const all = allStreams()
    const [slow, quick] = [all.listen(), all.listen()]
    slow.client.room = false
    for (const n of [1, 2, 3]) all.tell(n)
    return { ...all, slow, quick }
  }

  it('and is behind goes on from its position when it has read, by a stream of its own if need be', () => {
    const { slow, quick, tell, sinks, stats } = slowly()
    expect([slow.got, quick.got, sinks()]).toEqual([[1], [1, 2, 3], 1])
    slow.client.room = true
    slow.client.drained()
    expect([sinks(), stats.streams]).toEqual([2, 2])
    for (const n of [2, 3]) tell(n, 1)
    expect(slow.got).toEqual([1, 2, 3])
  })

  it('ends with all others, behind or not, and listens anew to a new stream', async () => {
    const { slow, quick, streams, stats, listen, sinks } = slowly()
    const other = listen({ person: 'ola' })
    streams.failAll(failure)
    await settle()
    expect([slow, quick, other].map(({ end }) => end.of)).toEqual(Array(3).fill('SUBSCRIPTION_SCHEMA_RELOAD'))
    expect(stats).toMatchObject({ subscribers: 0, streams: 0 })
    listen()
    expect(sinks()).toBe(3)
  })

  it('to one of several from different positions leaves the others as they are', () => {
    const { listen, streams, sinks } = allStreams()
    const [late, early, ola] = ['005', '001', '001'].map((position, at) =>
      listen({ start: after(position), person: at === 2 ? 'ola' : 'kari' }),
    )
    expect(streams.open).toEqual([2, 1])
    void late?.subscriber.return()
    expect(streams.open).toEqual([1, 1])
    listen({ start: after('001') })
    expect(sinks()).toBe(3)
    void ola?.subscriber.return()
    expect([streams.open, early?.end.of]).toEqual([[1], undefined])
  })
})
