import { afterEach, describe, expect, it, vi } from 'vitest'
import { aScriptedWorld, type ScriptedWorld } from '../../testing/subscriptions/scripted-world.ts'

const fields = `
  type Query { q: Int }
  type Tick { n: Int! later(after: String): Int }`
/** No argument is marked: as supergraphs were before there was a mark. */
const unmarked = `${fields}
  scalar Cursor
  type Subscription {
    ints(after: Int): Tick! req(after: Int!): Tick! str(after: String = "x"): Tick! list(after: String): Tick!
    cursor(after: Cursor): Tick! cursors(after: [Cursor]): Tick!
  }`
const marked = `${fields}
  extend schema
    @link(url: "https://kompetanseportalen.no/live/v1.0", import: ["@resumesAfter"])
    @composeDirective(name: "@resumesAfter")
  directive @resumesAfter on ARGUMENT_DEFINITION
  scalar Cursor
  type Subscription {
    queue(from: String @resumesAfter, after: Cursor): Tick!
    latest(from: Cursor = "009" @resumesAfter): Tick!
    needed(from: Cursor! = "009" @resumesAfter): Tick!
    plain(after: Cursor): Tick!
  }`

let world: ScriptedWorld
afterEach(() => world.end())

/** The request that the subgraph gets for a document. */
async function upstreamRequestFor(sdl: string, query: string, variables?: Record<string, unknown>) {
  world = await aScriptedWorld({ sdl })
  const client = await world.client()
  client.subscribe('1', query, { variables })
  await vi.waitFor(() => expect([world.upstream.subscriptions.length, client.of('1')]).toEqual([1, []]))
  const { query: sent, variables: given } = world.upstream.subscriptions[0] ?? { query: '', variables: {} }
  return { query: sent.replace(/\s+/g, ''), variables: given }
}

describe('B02 an argument that only happens to be called after is passed as it is', () => {
  it.each([
    ['subscription{ints(after:5){n}}', undefined],
    ['subscription($a:Int){ints(after:$a){n}}', { a: 5 }],
    ['subscription{req(after:5){n}}', undefined],
    ['subscription($a:Int!){req(after:$a){n}}', { a: 7 }],
    ['subscription($a:String){str(after:$a){n later(after:$a)}}', { a: 'z' }],
    ['subscription($a:String="d"){str(after:$a){n}}', undefined],
    ['subscription{str{n}}', undefined],
    ['subscription($a:Cursor){cursors(after:[$a]){n}}', { a: 'z' }],
  ])('%s %j', async (query, variables) => {
    expect(await upstreamRequestFor(unmarked, query, variables)).toEqual({
      query: query.replaceAll(' ', ''),
      variables: variables ?? {},
    })
  })

  it('also one of a scalar of one’s own, where the supergraph has the directive', async () => {
    const query = 'subscription{plain(after:"001"){n}}'
    expect(await upstreamRequestFor(marked, query)).toEqual({ query, variables: {} })
  })

  it('and what is finite ends at the client', async () => {
    world = await aScriptedWorld({ sdl: unmarked })
    world.upstream.onSubscribe = ({ next, complete }) => {
      next({ data: { list: { n: 1 } } })
      complete()
    }
    const client = await world.client()
    client.subscribe('1', 'subscription { list { n } }')
    await vi.waitFor(() => expect(client.ending('1')).toBe('complete'))
    expect([client.numbers('1'), world.upstream.subscriptions.length]).toEqual([[1], 1])
  })
})

describe('B02 the argument that is marked says where a stream starts', () => {
  const bound = 'subscription($__gatewayAfter:String){queue(from:$__gatewayAfter){n}}'
  it.each([
    ['from its literal', 'subscription{queue(from:"001"){n}}', undefined, bound, { __gatewayAfter: '001' }],
    ['from its null', 'subscription{queue(from:null){n}}', undefined, bound, { __gatewayAfter: null }],
    ['from now on, without it', 'subscription{queue{n}}', undefined, bound, {}],
    [
      'from the client’s variable',
      'subscription($c:String){queue(from:$c){n}}',
      { c: '002' },
      bound,
      { __gatewayAfter: '002' },
    ],
    [
      'from the variable’s default',
      'subscription($c:String="003"){queue(from:$c){n}}',
      undefined,
      bound,
      { __gatewayAfter: '003' },
    ],
    [
      'from a variable that is used elsewhere too, which stays',
      'subscription($c:String){queue(from:$c){n later(after:$c)}}',
      { c: '004' },
      'subscription($c:String,$__gatewayAfter:String){queue(from:$__gatewayAfter){nlater(after:$c)}}',
      { c: '004', __gatewayAfter: '004' },
    ],
    [
      'from the schema’s default, which the subgraph has',
      'subscription{latest{n}}',
      undefined,
      'subscription($__gatewayAfter:Cursor){latest(from:$__gatewayAfter){n}}',
      {},
    ],
    [
      'from the schema’s default of a value that is needed',
      'subscription{needed{n}}',
      undefined,
      'subscription($__gatewayAfter:Cursor){needed(from:$__gatewayAfter){n}}',
      {},
    ],
    [
      'while another called after is passed',
      'subscription{queue(after:"008",from:"001"){n}}',
      undefined,
      'subscription($__gatewayAfter:String){queue(after:"008",from:$__gatewayAfter){n}}',
      { __gatewayAfter: '001' },
    ],
    [
      'beside a client’s variable of the gateway’s name',
      'subscription($__gatewayAfter:String){queue(from:"001"){n later(after:$__gatewayAfter)}}',
      { __gatewayAfter: '002' },
      'subscription($__gatewayAfter:String,$__gatewayAfter_:String){queue(from:$__gatewayAfter_){nlater(after:$__gatewayAfter)}}',
      { __gatewayAfter: '002', __gatewayAfter_: '001' },
    ],
    [
      'from a client’s variable of that name',
      'subscription($__gatewayAfter:String){queue(from:$__gatewayAfter){n}}',
      { __gatewayAfter: '002' },
      'subscription($__gatewayAfter_:String){queue(from:$__gatewayAfter_){n}}',
      { __gatewayAfter_: '002' },
    ],
  ])('%s', async (_name, query, variables, sent, given) => {
    expect(await upstreamRequestFor(marked, query, variables)).toEqual({
      query: sent.replaceAll(' ', ''),
      variables: given,
    })
  })

  it.each([
    [unmarked, 'subscription { cursor { n } }'],
    [marked, 'subscription { queue { n } }'],
  ])('and goes on after the newest event when the upstream ends', async (sdl, query) => {
    const field = /cursor|queue/.exec(query)?.[0] ?? ''
    world = await aScriptedWorld({ sdl })
    world.upstream.onSubscribe = ({ next, complete, variables }) => {
      const from = Number(variables['__gatewayAfter'] ?? 0)
      if (from < 3) next({ data: { [field]: { n: from + 1 } }, extensions: { cursor: `00${from + 1}` } })
      complete()
    }
    const client = await world.client()
    client.subscribe('1', query)
    await vi.waitFor(() => expect(client.ending('1')).toBe('complete'), 5_000)
    expect(client.numbers('1')).toEqual([1, 2, 3])
    // It has ended when it ends again and again without an event in between.
    expect(world.upstream.subscriptions.map(({ variables }) => variables['__gatewayAfter'])).toEqual([
      undefined,
      '001',
      '002',
      '003',
      '003',
      '003',
    ])
  })

  it('a subgraph that could not read an event is subscribed to again, and is lost if it still cannot', async () => {
    world = await aScriptedWorld({ sdl: marked })
    const interrupted = [{ message: 'bug', extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } }]
    world.upstream.onSubscribe = ({ next, error, variables }) => {
      if (!variables['__gatewayAfter']) next({ data: { queue: { n: 1 } }, extensions: { cursor: '001' } })
      error(interrupted)
    }
    const client = await world.client()
    client.subscribe('1', 'subscription { queue { n } }')
    await vi.waitFor(() => expect(client.ending('1')).toBe('SUBSCRIPTION_UPSTREAM_LOST'), 5_000)
    expect([client.numbers('1'), world.upstream.subscriptions.length]).toEqual([[1], 4])
  })

  it('tells two clients apart whose variable also does something else', async () => {
    world = await aScriptedWorld({ sdl: marked })
    const client = await world.client()
    for (const c of ['001', '002'])
      client.subscribe(c, 'subscription ($c: String) { queue(from: $c) { later(after: $c) } }', {
        variables: { c },
      })
    await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(2))
  })
})
