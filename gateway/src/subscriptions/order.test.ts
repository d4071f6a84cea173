import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { SubgraphFailure } from '../subgraph/subgraph-answer.ts'
import {
  aScriptedWorld,
  type Answer,
  type ScriptedWorld,
} from '../../testing/subscriptions/scripted-world.ts'

const sdl = `
  scalar Cursor
  type Query { q: Int }
  type Subscription { tick(after: Cursor): Tick! plain: Tick! }
  enum Kind { OLD }
  type Tick { n: Int! s: String kind: Kind t: Thing }
  type Thing @key(fields: "id") { id: ID! }`
const otherSdl = 'type Thing @key(fields: "id") { id: ID! name: String must: String! }'

const thing = (id: string) => ({ __typename: 'Thing', id })
const event = (n: number, field = 'plain') => ({
  data: { [field]: { n, s: 'x', t: thing(String(n)) } },
  ...(field === 'tick' && { extensions: { cursor: `00${n}` } }),
})
const named: Answer = async (ids) => ({
  data: { _entities: ids.map((id) => ({ name: `name ${id}`, must: 'm' })) },
})

let world: ScriptedWorld
afterEach(() => world.end())
const worldWith = async (answer: Answer = named) => {
  world = await aScriptedWorld({ sdl, other: { sdl: otherSdl, answer } })
  return world
}

describe('B02 events come in the order of the subgraph, whatever each of them needs', () => {
  it.each(['plain', 'tick'])(
    'an event of %s with errors is not overtaken by the next without',
    async (field) => {
      const { upstream } = await worldWith()
      upstream.onSubscribe = ({ next }) => {
        next(event(1, field))
        const { data, ...rest } = event(2, field)
        const error = { message: 'no s', path: [field, 's'], extensions: { code: 'NO_S' } }
        next({ ...rest, data: { [field]: { ...data[field], s: null } }, errors: [error] })
        next(event(3, field))
      }
      const client = await world.client()
      client.subscribe('1', `subscription { ${field} { n s } }`)
      await vi.waitFor(() => expect(client.numbers('1')).toEqual([1, 2, 3]))
      expect(client.events('1')[1]).toMatchObject({
        data: { [field]: { n: 2, s: null } },
        errors: [{ message: 'no s', path: [field, 's'], extensions: { code: 'NO_S' } }],
      })
    },
  )

  it('an error and an end wait for the events before them', async () => {
    const { upstream } = await worldWith(async (ids, signal) => {
      await delay(60)
      return named(ids, signal)
    })
    upstream.onSubscribe = ({ next, error, complete, query }) => {
      next(event(1))
      next(event(2))
      if (/\bs\b/.test(query)) complete()
      error([{ message: 'over', extensions: { code: 'OVER' } }])
    }
    const client = await world.client()
    client.subscribe('error', 'subscription { plain { n t { name } } }')
    client.subscribe('end', 'subscription { plain { n s t { name } } }')
    await vi.waitFor(() =>
      expect([client.ending('error'), client.ending('end')]).toEqual(['OVER', 'complete']),
    )
    expect([client.numbers('error'), client.numbers('end')]).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('a new schema ends a stream when what has come of it is delivered', async () => {
    const { upstream } = await worldWith(async (ids, signal) => {
      await delay(60)
      return named(ids, signal)
    })
    upstream.onSubscribe = ({ next }) => next(event(1))
    const client = await world.client()
    client.subscribe('1', 'subscription { plain { n t { name } } }')
    await vi.waitFor(() => expect(upstream.subscriptions).toHaveLength(1))
    await delay(20)
    world.reload('type Added { x: Int }')
    await vi.waitFor(() => expect(client.ending('1')).toBe('SUBSCRIPTION_SCHEMA_RELOAD'))
    expect(client.numbers('1')).toEqual([1])
  })
})

describe('B02 what is wrong with one event is that event’s alone', () => {
  const follow = async (answer: Answer, fields = 't { id name }') => {
    const { upstream } = await worldWith(answer)
    const client = await world.client()
    client.subscribe('1', `subscription { plain { n ${fields} } }`)
    await vi.waitFor(() => expect(upstream.subscriptions).toHaveLength(1))
    const next = upstream.subscriptions[0]?.next ?? (() => {})
    return { client, next }
  }

  it('a fetch that fails leaves its part out, with its error, and the stream goes on', async () => {
    const { client, next } = await follow(async (ids, signal) => {
      if (ids[0] === '2') throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'away')
      return named(ids, signal)
    })
    for (const n of [1, 2, 3]) next(event(n))
    await vi.waitFor(() => expect(client.numbers('1')).toEqual([1, 2, 3]))
    expect(client.events('1')[1]).toMatchObject({
      data: { plain: { n: 2, t: { id: '2', name: null } } },
      errors: [
        { message: 'away', path: ['plain', 't', 'name'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
      ],
    })
    expect(client.events('1')[2]).toEqual({ data: { plain: { n: 3, t: { id: '3', name: 'name 3' } } } })
  })

  it('a subgraph that is ahead of the schema: what clients do not know is null, whole or in part', async () => {
    const { client, next } = await follow(named, 's kind')
    next({ data: { plain: { n: 1, s: 'x', kind: 'NEWER' } } })
    next({ data: { plain: { n: 2, s: 'x', kind: 'OLD' } } })
    next({ data: { plain: { n: null, s: 'x', kind: 'OLD' } } })
    await vi.waitFor(() => expect(client.events('1')).toHaveLength(3))
    const [newer, known, broken] = client.events('1')
    expect(newer?.data).toEqual({ plain: { n: 1, s: 'x', kind: null } })
    expect(known).toEqual({ data: { plain: { n: 2, s: 'x', kind: 'OLD' } } })
    expect(broken?.data).toBeNull()
  })

  it.each([
    ['an event that is none', 'next', 'no object'],
    ['an event without anything', 'next', undefined],
    ['an error that is no list', 'error', { message: 'no list' }],
    ['an error without anything', 'error', []],
  ] as const)('%s harms no other stream on the socket', async (_name, type, payload) => {
    const { client, next } = await follow(named)
    client.subscribe('2', 'subscription { plain { n s } }')
    const { subscriptions } = world.upstream
    await vi.waitFor(() => expect(subscriptions).toHaveLength(2))
    subscriptions[1]?.[type](payload)
    next(event(1))
    await vi.waitFor(() => expect([client.numbers('1'), client.of('2')]).toEqual([[1], [expect.anything()]]))
    const [message] = client.of('2')
    expect(message?.type).toBe(type)
    expect(JSON.stringify(message)).toMatch(/SUBGRAPH_INVALID_RESPONSE|no list/)
    expect(world.upstream.connections).toBe(1)
  })

  it('a null that no error explains is reported beside the data, as for a query', async () => {
    const { client, next } = await follow(
      async (ids) => ({ data: { _entities: ids.map(() => ({ must: null })) } }),
      't { must }',
    )
    next(event(1))
    await vi.waitFor(() => expect(client.events('1')).toHaveLength(1))
    expect(client.events('1')[0]).toMatchObject({
      data: { plain: { n: 1, t: null } },
      extensions: { valueCompletion: [{ path: ['plain', 't', 'must'] }] },
    })
  })

  it('a fault that nobody foresaw leaves the event in part, and the stream goes on', async () => {
    const { client, next } = await follow(async (ids, signal) => {
      if (ids[0] === '1') throw new TypeError('a bug')
      return named(ids, signal)
    })
    for (const n of [1, 2]) next(event(n))
    await vi.waitFor(() => expect(client.numbers('1')).toEqual([1, 2]))
    expect(client.events('1')[0]).toMatchObject({
      data: { plain: { n: 1, t: { id: '1', name: null } } },
      errors: [{ path: ['plain', 't', 'name'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    })
  })

  it.each([
    ['an error that is no error', { errors: [null] }],
    ['errors that are no list', { errors: { oops: 1 } }],
    ['data that is no object', { data: 'text' }],
  ])('%s is reported, and the stream goes on', async (_name, wrong) => {
    const { client, next } = await follow(named, 's')
    next({ ...event(1), ...wrong })
    next(event(2))
    await vi.waitFor(() => expect(client.events('1')).toHaveLength(2))
    expect(client.events('1')[0]?.errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_INVALID_RESPONSE' } },
    ])
    expect(client.numbers('1')[1]).toBe(2)
  })

  it.each([{ errors: null }, { errors: [] }])('%j is no error', async (more) => {
    const { client, next } = await follow(named, 's')
    next({ ...event(1), ...more })
    await vi.waitFor(() => expect(client.events('1')).toEqual([{ data: { plain: { n: 1, s: 'x' } } }]))
  })
})

describe('B02 a client that leaves', () => {
  it('ends what is fetched for it alone, and not what another waits for as well', async () => {
    const aborted: string[] = []
    const { upstream } = await worldWith((ids, signal) => {
      const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Answer>>>()
      signal?.addEventListener('abort', () => aborted.push(ids.join()))
      setTimeout(() => resolve({ data: { _entities: [{ name: 'late' }] } }), 300)
      return promise
    })
    upstream.onSubscribe = ({ next, query }) =>
      next(event(query.includes('tick') ? 7 : 1, /tick|plain/.exec(query)?.[0]))
    const [leaving, staying] = [await world.client(), await world.client()]
    leaving.subscribe('alone', 'subscription { plain { n t { name } } }')
    leaving.subscribe('shared', 'subscription { tick(after: "000") { n t { name } } }')
    staying.subscribe('shared', 'subscription { tick(after: "000") { n s t { name } } }')
    await vi.waitFor(() => expect(upstream.subscriptions).toHaveLength(3))
    await delay(50)
    leaving.say({ id: 'alone', type: 'complete' })
    leaving.say({ id: 'shared', type: 'complete' })
    await vi.waitFor(() => expect(aborted).toEqual(['1']))
    await vi.waitFor(() => expect(staying.numbers('shared')).toEqual([7]))
    expect([leaving.messages.filter(({ id }) => id !== undefined), aborted]).toEqual([[], ['1']])
  })
})
