import { buildSchema, executeSync, parse, type ExecutionResult } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { UpstreamSubscription } from '../../testing/subscriptions/scripted-upstream.ts'
import {
  aScriptedWorld,
  type Answer,
  type ScriptedWorld,
} from '../../testing/subscriptions/scripted-world.ts'

const sdl = `
  type Query { q: Int }
  type Subscription { tick(n: Int): Tick! }
  type Tick { item: Item }
  type Item @key(fields: "id") { id: ID! kind: String }`

const titles: Answer = async (ids) => ({
  data: { _entities: ids.map((id) => ({ __typename: 'Item', title: `title of ${id}` })) },
})
const untitled: Answer = async () => ({
  data: { _entities: [null] },
  errors: [{ message: 'no', path: ['_entities', 0, 'title'], extensions: { code: 'NO' } }],
})

const live = buildSchema(`directive @key(fields: String!) on OBJECT ${sdl}`)
/** The event of a real subgraph, under the names in its request. */
function eventFor({ query, variables }: UpstreamSubscription): ExecutionResult {
  const tick = { item: { __typename: 'Item', id: 'i1', kind: 'K' } }
  return executeSync({ schema: live, document: parse(query), variableValues: variables, rootValue: { tick } })
}

let world: ScriptedWorld
afterEach(() => world.end())

async function eventOf(query: string, variables = {}, answer = titles) {
  const other = {
    sdl: 'type Query { o: Int } type Item @key(fields: "id") { id: ID! title: String }',
    answer,
  }
  world = await aScriptedWorld({ sdl, other })
  world.upstream.onSubscribe = (subscription) => subscription.next(eventFor(subscription))
  const client = await world.client()
  client.subscribe('1', query, { variables })
  await vi.waitFor(() => expect(client.events('1')).toHaveLength(1))
  return client.events('1')[0]
}

describe('B02 a name of the client’s never meets one that is fetched unseen', () => {
  it.each([
    ['an alias over a key', '{ id: kind title }', { id: 'K', title: 'title of i1' }],
    ['an alias over __typename', '{ __typename: kind title }', { __typename: 'K', title: 'title of i1' }],
    ['a key under another name', '{ kind: id title }', { kind: 'i1', title: 'title of i1' }],
  ])('%s', async (_name, selections, item) => {
    expect(await eventOf(`subscription { tick { item ${selections} } }`)).toEqual({
      data: { tick: { item } },
    })
  })

  it.each(['representations', '__proto__'])('a variable called %s', async (name) => {
    const variables = JSON.parse(`{"${name}":4}`) as object
    const query = `subscription ($${name}: Int) { tick(n: $${name}) { item { kind title } } }`
    expect(await eventOf(query, variables)).toEqual({
      data: { tick: { item: { kind: 'K', title: 'title of i1' } } },
    })
    expect(Object.values(world.upstream.subscriptions[0]?.variables ?? {})).toEqual([4])
  })

  it('the place of an error has the client’s names', async () => {
    const event = await eventOf('subscription { tick { id: item { title } } }', {}, untitled)
    expect(event?.errors).toEqual([
      { message: 'no', path: ['tick', 'id', 'title'], extensions: { code: 'NO' } },
    ])
  })

  it.each([
    ['alone', 'tick { __typename item { x: id x__alias_0: kind } }'],
    ['where the event is not looked at unless it has errors', 'tick { item { x: id x__alias_0: kind } }'],
  ])('an alias such as the planner gives has its own error, %s', async (_name, selections) => {
    world = await aScriptedWorld({ sdl })
    world.upstream.onSubscribe = (asked) => {
      const { item } = (eventFor(asked).data?.['tick'] ?? {}) as { item: Record<string, unknown> }
      const [, alias = ''] = Object.keys(item)
      const path = ['tick', 'item', alias]
      const data = { tick: { __typename: 'Tick', item: { ...item, [alias]: null } } }
      asked.next({ data, errors: [{ message: 'no', path, extensions: { code: 'NO' } }] } as never)
    }
    const client = await world.client()
    client.subscribe('1', `subscription { ${selections} }`)
    await vi.waitFor(() => expect(client.events('1')).toHaveLength(1))
    expect(client.events('1')[0]).toMatchObject({
      data: { tick: { item: { x: 'i1', x__alias_0: null } } },
      errors: [{ path: ['tick', 'item', 'x__alias_0'] }],
    })
  })

  it('a variable is complained of by the client’s name', async () => {
    world = await aScriptedWorld({ sdl })
    const client = await world.client()
    const query = 'subscription ($representations: Int) { tick(n: $representations) { item { kind } } }'
    client.subscribe('1', query, { variables: { representations: 'x' } })
    await vi.waitFor(() => expect(JSON.stringify(client.of('1'))).toContain('$representations'))
  })

  it('a condition by a variable called __proto__ is sent', async () => {
    const query = 'subscription ($__proto__: Boolean!) { tick { item { kind @skip(if: $__proto__) title } } }'
    const variables = JSON.parse('{"__proto__":true}') as object
    expect(await eventOf(query, variables)).toEqual({ data: { tick: { item: { title: 'title of i1' } } } })
  })
})

describe('B02 a condition of one field holds back no input of another', () => {
  it('@requires beside a field that is skipped', async () => {
    const other = {
      sdl: `type Query { o: Int }
        type Item @key(fields: "id") { id: ID! kind: String @external title: String made: String @requires(fields: "kind") }`,
      answer: titles,
    }
    world = await aScriptedWorld({ sdl, other })
    world.upstream.onSubscribe = (subscription) => subscription.next(eventFor(subscription))
    const client = await world.client()
    client.subscribe('1', 'subscription ($s: Boolean = true) { tick { item { title made @skip(if: $s) } } }')
    await vi.waitFor(() => expect(client.events('1')).toHaveLength(1))
    expect(client.events('1')[0]).toEqual({ data: { tick: { item: { title: 'title of i1' } } } })
  })
})
