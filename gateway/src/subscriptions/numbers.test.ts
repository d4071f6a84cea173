import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aScriptedWorld, type ScriptedWorld } from '../../testing/subscriptions/scripted-world.ts'

const LONG = '12345678901234567890'
const sdl = `
  scalar Long
  type Query { q: Int }
  type Subscription { tick(long: Long): Tick! }
  type Tick { long: Long }`

let world: ScriptedWorld
beforeEach(async () => {
  world = await aScriptedWorld({ sdl })
})
afterEach(() => world.end())

describe('B02 numbers beyond 2^53 keep their digits', () => {
  it('in an event, as the subgraph wrote it', async () => {
    world.upstream.onSubscribe = ({ next }) => next({ data: { tick: { long: JSON.rawJSON(LONG) } } })
    const client = await world.client()
    const received: string[] = []
    client.socket.on('message', (data) => received.push(String(data)))
    client.subscribe('1', 'subscription { tick { long } }')
    await vi.waitFor(() => expect(received.join()).toContain('"tick"'))
    expect(received.join()).toContain(`{"data":{"tick":{"long":${LONG}}}}`)
  })

  it('in a variable', async () => {
    const client = await world.client()
    const query = 'subscription ($long: Long) { tick(long: $long) { long } }'
    client.subscribe('1', query, { variables: { long: JSON.rawJSON(LONG) } })
    await vi.waitFor(() => expect(world.upstream.subscriptions).toHaveLength(1))
    expect(world.upstream.received.join()).toContain(`"variables":{"long":${LONG}}`)
  })
})
