import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RawClient } from '../../testing/subscriptions/raw-client.ts'
import { cursorOf } from '../../testing/subscriptions/queue-log.ts'
import { aSession, aWorld, QUEUE, type World } from '../../testing/subscriptions/world.ts'

const variables = { queue: 'a', after: cursorOf(0) }

let world: World
afterEach(() => world.end())

/** A client whose token lives for so long, and who listens. */
async function aListener(lifeMs: number) {
  const client = new RawClient(world.url)
  await client.greet({ authorization: `Bearer kari:${lifeMs}` })
  client.subscribe('1', QUEUE, { variables })
  await vi.waitFor(() => expect(world.queue.log.listeners).toBe(1))
  return client
}

const pings = (client: RawClient) => client.messages.filter(({ type }) => type === 'ping')
const pongs = (client: RawClient) => client.messages.filter(({ type }) => type === 'pong')

describe('B02 a token is renewed on a living socket', () => {
  it('the gateway asks for a fresh one before the token expires, and again until it has it', async () => {
    world = await aWorld({ timing: { renewBeforeMs: 60_000, remindMs: 60 } })
    const client = await aListener(30_000)
    await vi.waitFor(() => expect(pings(client).length).toBeGreaterThan(2))
    const { payload } = pings(client)[0] as { payload: { type: string; expiresAt: number } }
    expect(payload.type).toBe('token_expiring')
    expect(payload.expiresAt - Date.now()).toBeGreaterThan(20_000)
    client.say({ type: 'pong', payload: { authorization: 'Bearer kari:3600000' } })
    await delay(100)
    const count = pings(client).length
    await delay(200)
    expect(pings(client)).toHaveLength(count)
    client.end()
  })

  it.each(['ping', 'pong'])(
    'a %s with a fresh one lets the streams go on past the former’s end',
    async (type) => {
      world = await aWorld({ timing: { renewBeforeMs: 0 } })
      const client = await aListener(700)
      client.say({ type, payload: { authorization: 'Bearer kari:60000' } })
      await delay(1_000)
      world.queue.log.emit('a')
      await vi.waitFor(() => expect(client.of('1')).toHaveLength(1))
      expect([client.closing, world.queue.subscriptions.length]).toEqual([null, 1])
      client.end()
    },
  )

  it('a token is never sent back; any other ping is answered with what it carried', async () => {
    world = await aWorld({ timing: { renewBeforeMs: 0 } })
    const client = await aListener(60_000)
    client.say({ type: 'ping', payload: { authorization: 'Bearer kari:60000' } })
    client.say({ type: 'ping', payload: { mark: 1 } })
    client.say({ type: 'ping' })
    await vi.waitFor(() => expect(pongs(client)).toHaveLength(3))
    expect(pongs(client)).toEqual([
      { type: 'pong' },
      { type: 'pong', payload: { mark: 1 } },
      { type: 'pong' },
    ])
    client.end()
  })

  it.each(['Bearer ola:60000', 'Bearer forged', 'Bearer kari:-1'])(
    '%s closes with 4403',
    async (authorization) => {
      world = await aWorld({ timing: { renewBeforeMs: 0 } })
      const client = await aListener(60_000)
      client.say({ type: 'pong', payload: { authorization } })
      await vi.waitFor(() => expect(client.closing).toMatchObject({ code: 4403 }))
      await vi.waitFor(() => expect(world.queue.log.listeners).toBe(0))
    },
  )

  it('one of the same person with other access closes with 4403', async () => {
    let grants: Parameters<typeof aSession>[2] = []
    const authenticate = async () => aSession('kari', 60_000, grants)
    world = await aWorld({ authenticate, timing: { renewBeforeMs: 0 } })
    const client = await aListener(60_000)
    grants = [{ role: 'SUPPORT', regionCode: 'HELSE_VEST', enterpriseId: null }]
    client.say({ type: 'pong', payload: { authorization: 'Bearer kari:60000' } })
    await vi.waitFor(() => expect(client.closing).toMatchObject({ code: 4403 }))
  })

  it('while nobody can verify it the former token counts, until it expires', async () => {
    world = await aWorld({ timing: { renewBeforeMs: 0 } })
    const client = await aListener(900)
    client.say({ type: 'pong', payload: { authorization: 'Bearer unreachable' } })
    world.queue.log.emit('a')
    await vi.waitFor(() => expect(client.of('1')).toHaveLength(1))
    expect(client.closing).toBeNull()
    await vi.waitFor(() => expect(client.closing).toMatchObject({ code: 4403 }), 3_000)
  })

  it('before the greeting a token in a ping lets nobody in', async () => {
    world = await aWorld()
    const client = new RawClient(world.url)
    await client.opened()
    client.say({ type: 'ping', payload: { authorization: 'Bearer kari' } })
    client.subscribe('1', QUEUE, { variables })
    await vi.waitFor(() => expect(client.closing).toMatchObject({ code: 4401 }))
    expect(world.queue.subscriptions).toEqual([])
  })
})
