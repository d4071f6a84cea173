import { parse } from 'graphql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aScriptedWorld, type ScriptedWorld } from './testing/scripted-world.ts'

const sdl = `
  type Query { q: Int }
  type Subscription { tick(size: Int): Tick! }
  type Tick { n: Int! t: Thing }
  type Thing @key(fields: "id") { id: ID! label: String }`
const other = {
  sdl: 'type Thing @key(fields: "id") { id: ID! name: String! }',
  answer: async (ids: readonly string[]) => ({
    data: { _entities: ids.map((id) => (id === '9' ? null : { name: `name ${id}` })) },
  }),
}

let world: ScriptedWorld
afterEach(() => world.end())

/** What one event of a thing brings to a client that has asked by the document. */
async function eventOf(query: string, variables: object = {}, id = '1') {
  world = await aScriptedWorld({ sdl, other })
  const { upstream } = world
  upstream.onSubscribe = ({ query: asked, next }) => {
    // As the subgraph would: under the names by which it was asked.
    const nameOf = (field: string) => new RegExp(`(\\w+): ?${field}\\b`).exec(asked)?.[1] ?? field
    const t = { __typename: 'Thing', id, [nameOf('label')]: 'Lamp' }
    next({ data: { tick: { n: 1, [nameOf('t')]: t } } })
  }
  const client = await world.client()
  client.subscribe('1', query, { variables })
  await vi.waitFor(() => expect(client.of('1')).toHaveLength(1))
  expect(parse(upstream.asked[0]?.query ?? '')).toBeTruthy()
  return client.events('1')[0]
}

describe('B02 no name of a client’s meets what is fetched unseen for an event', () => {
  it('an alias over the key of what another subgraph adds', async () => {
    expect(await eventOf('subscription { tick { t { id: label name } } }')).toEqual({
      data: { tick: { t: { id: 'Lamp', name: 'name 1' } } },
    })
  })

  it('places of nulls are told under the client’s names', async () => {
    const event = await eventOf('subscription { tick { __t: t { id: label name } } }', {}, '9')
    expect(event).toMatchObject({
      data: { tick: { __t: null } },
      extensions: { valueCompletion: [{ path: ['tick', '__t', 'name'] }] },
    })
  })

  it('a variable called as the planner’s own', async () => {
    const query = 'subscription ($representations: Int) { tick(size: $representations) { t { name } } }'
    expect(await eventOf(query, { representations: 3 })).toEqual({
      data: { tick: { t: { name: 'name 1' } } },
    })
    expect(world.upstream.asked[0]?.variables).toEqual({ __v0: 3 })
  })

  it('a variable is complained of by the client’s name', async () => {
    world = await aScriptedWorld({ sdl, other })
    const client = await world.client()
    const query = 'subscription ($representations: Int) { tick(size: $representations) { t { name } } }'
    client.subscribe('1', query, { variables: { representations: 'x' } })
    await vi.waitFor(() => expect(JSON.stringify(client.of('1'))).toContain('$representations'))
  })
})
