import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_LIMITS } from '../operation/limits.ts'
import { aScriptedWorld, type ScriptedWorld } from '../../testing/subscriptions/scripted-world.ts'

const sdl = `
  type Query { q: Int }
  type Subscription { tick(n: Int = 3): Tick! tock: Tick! tack(f: F): Int tuck(n: Int! = 3): Int }
  input F { colour: Int }
  type Tick { n: Int! s: String }`

let world: ScriptedWorld
beforeEach(async () => {
  world = await aScriptedWorld({ sdl })
  world.upstream.onSubscribe = ({ next }) => next({ data: { tick: { n: 1, s: 'a' } } })
})
afterEach(() => world.end())

/** What comes of a document, on a socket on which another subscription lives and goes on. */
async function outcomeOf(query: string, more: object = {}) {
  const client = await world.client()
  client.subscribe('other', 'subscription { tick(n: 7) { n } }')
  await vi.waitFor(() => expect(client.numbers('other')).toEqual([1]))
  client.subscribe('1', query, more)
  await vi.waitFor(() => expect(client.of('1')).toHaveLength(1))
  world.upstream.subscriptions[0]?.next({ data: { tick: { n: 2 } } })
  await vi.waitFor(() => expect(client.numbers('other')).toEqual([1, 2]))
  expect(client.closing).toBeNull()
  return client.ending('1') ?? client.events('1')[0]?.data
}

const whole = { tick: { n: 1, s: 'a' } }

describe('B02 a subscription has one root field, wherever in the document it is', () => {
  it.each([
    ['in a fragment', 'subscription { ...F } fragment F on Subscription { tick { n s } }'],
    ['in an inline fragment', 'subscription { ... on Subscription { tick { n s } } }'],
    ['in one without a type', 'subscription { ... { tick { n s } } }'],
    [
      'in fragments of fragments',
      'subscription { ...F } fragment F on Subscription { ... { ...G } } fragment G on Subscription { tick { n s } }',
    ],
    ['written twice', 'subscription { tick { n } tick { s } }'],
    [
      'written twice, also in a fragment',
      'subscription { tick { n } ...F } fragment F on Subscription { tick { s } }',
    ],
    [
      'as one of two operations',
      'subscription A { tick { n } } subscription B { tick { n s } }',
      { operationName: 'B' },
    ],
    ['under a condition that holds', 'subscription { tick @include(if: true) { n s } }'],
    [
      'under one that a variable says',
      'subscription ($no: Boolean!) { tick @skip(if: $no) { n s } }',
      { variables: { no: false } },
    ],
    [
      'under several, around it too',
      'subscription ($no: Boolean!, $yes: Boolean = true) { ... @include(if: $yes) { tick @skip(if: $no) { n s } } }',
      { variables: { no: false } },
    ],
    [
      'once under a condition that does not hold',
      'subscription ($no: Boolean!) { tick { n s } ... @include(if: $no) { tick { other: s } } }',
      { variables: { no: false } },
    ],
  ])('%s', async (_name, query, more?: object) => {
    expect(await outcomeOf(query, more)).toEqual(whole)
  })

  it('what only a condition at the root uses is not sent on', async () => {
    await outcomeOf('subscription ($no: Boolean!, $n: Int) { tick(n: $n) @skip(if: $no) { n s } }', {
      variables: { no: false, n: 4 },
    })
    expect(world.upstream.subscriptions[1]).toMatchObject({
      query: 'subscription($n:Int){tick(n:$n){n s}}',
      variables: { n: 4 },
    })
  })
})

describe('B02 a fault of one operation ends that operation, with its error, and nothing else on the socket', () => {
  it.each([
    [
      'subscription ($no: Boolean!) { tick @skip(if: $no) { n } }',
      { variables: { no: true } },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['subscription { tick @include(if: false) { n } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { tick { n } tock { n } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { tick { n } ... on Subscription { tock { n } } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { ... { __typename } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { a: tick { n } b: tick { n } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription ($v: Int, $unused: Int) { tick(n: $v) { n } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { ...F } fragment F on Subscription { ...F }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription ($v: Int) { tick(n: $v) { n } }', { variables: { v: 'x' } }, 'BAD_USER_INPUT'],
    ['query { __schema { queryType { name } } }', {}, 'SUBSCRIPTION_ONLY'],
    ['subscription A { tick { n } }', { operationName: 'Z' }, 'OPERATION_NOT_FOUND'],
    ['subscription A { tick { n } } subscription B { tick { s } }', {}, 'OPERATION_NOT_FOUND'],
  ])('%s %j: %s', async (query, more, code) => {
    expect(await outcomeOf(query, more)).toBe(code)
    expect(world.subscriptions.stats).toMatchObject({ streams: 1, subscribers: 1 })
  })

  it.each([
    ['end in a fragment that is not there', ''],
    ['come back to where they began', 'fragment F40 on Subscription { ...F0 }'],
  ])('spreads that fork at every turn and %s, in a moment', async (_name, last) => {
    const forks = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Subscription { ...F${at + 1} ...F${at + 1} }`,
    )
    const begun = performance.now()
    expect(await outcomeOf(`subscription { ...F0 } ${forks.join(' ')} ${last}`)).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    )
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it.each([
    ['a field', 'subscription { tikc { n } }', {}],
    ['a field of a variable', 'subscription ($f: F) { tack(f: $f) }', { variables: { f: { colur: 1 } } }],
  ])('%s that is misspelt is refused without what may have been meant', async (_name, query, more) => {
    const client = await world.client()
    client.subscribe('1', query, more)
    await vi.waitFor(() => expect(client.of('1')).toHaveLength(1))
    expect(JSON.stringify(client.of('1')[0])).toMatch(/tikc|colur/)
    expect(JSON.stringify(client.of('1')[0])).not.toContain('Did you mean')
  })

  it.each([
    ['an argument with a default', 'subscription ($v: Int) { tuck(n: $v) }', 'n'],
    ['a condition', 'subscription ($v: Boolean = true) { tick @include(if: $v) { n } }', 'if'],
    ['one around the field', 'subscription ($v: Boolean = false) { ... @skip(if: $v) { tick { n } } }', 'if'],
  ])('null for %s, with its name', async (_name, query, argument) => {
    const client = await world.client()
    client.subscribe('1', query, { variables: { v: null } })
    await vi.waitFor(() => expect(client.of('1')).toHaveLength(1))
    expect(client.of('1')[0]).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'BAD_USER_INPUT', argument } }],
    })
    expect(world.upstream.subscriptions).toEqual([])
  })

  it('one whose events cost too much, with what they cost', async () => {
    await world.end()
    world = await aScriptedWorld({ sdl, options: { documentLimits: { ...DEFAULT_LIMITS, maxCost: 10 } } })
    const client = await world.client()
    client.subscribe('1', 'subscription { tick { n } }')
    await vi.waitFor(() => expect(client.of('1')).toHaveLength(1))
    expect(client.of('1')[0]).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'QUERY_TOO_COSTLY', cost: 11, allowed: 10 } }],
    })
  })

  it('also a fault that nobody foresaw', async () => {
    await world.end()
    const sharedStream = () => {
      throw new TypeError('a bug')
    }
    world = await aScriptedWorld({ sdl, options: { fields: { tock: { sharedStream } } } })
    world.upstream.onSubscribe = ({ next }) => next({ data: { tick: { n: 1 } } })
    expect(await outcomeOf('subscription { tock { n } }')).toBe('INTERNAL_SERVER_ERROR')
  })
})
