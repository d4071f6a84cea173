import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Server as Protocol } from 'graphql-ws'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { settingsWith } from '../../../testing/subscriptions/plans.ts'
import { aSession } from '../../../testing/subscriptions/world.ts'
import { newStats } from '../contract/stats.ts'
import type { ClientSocket } from './client-socket.ts'
import { SocketServer } from './socket-server.ts'

const http = createServer()
const timing = { closeMs: 300, sweepMs: 20, pingAfterMs: 1_000, recheckMs: 60_000 }
const stats = newStats()
let opened: ClientSocket[] = []
let said: string[] = []
let asked: string[] = []
let server: SocketServer
let url = ''

/** A server of sockets whose protocol only notes who comes and what they say. */
function begin(other: Partial<typeof timing> = {}) {
  const settings = settingsWith({
    timing: { ...timing, ...other },
    limits: { messageBytes: 100 },
    stillHolds: async ({ subject }) => asked.push(subject) > 0,
  })
  const protocol = {
    opened(socket: ClientSocket) {
      opened.push(socket)
      socket.onMessage(async (text) => {
        said.push(text)
        await Promise.resolve()
        said.push('handled')
      })
      return async () => {}
    },
  } as unknown as Protocol<ClientSocket>
  server = new SocketServer(settings, stats, protocol)
  http.removeAllListeners('upgrade')
  server.attach(http)
}

beforeEach(async () => {
  opened = []
  said = []
  asked = []
  if (!http.listening) {
    http.listen(0, '127.0.0.1')
    await once(http, 'listening')
  }
  begin()
  url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`
})
afterEach(async () => {
  await server.close()
  http.closeAllConnections()
  http.close()
})

async function connected(protocol = 'graphql-transport-ws') {
  const client = new WebSocket(url, protocol)
  client.on('error', () => {})
  await once(client, 'open')
  return client
}

/** With which status an upgrade at this path is refused, and whether the connection ends. */
async function refusal(path: string) {
  const headers = {
    ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  }
  const { port } = http.address() as AddressInfo
  const asking = request({ port, host: '127.0.0.1', path, headers })
  asking.end()
  const [response] = (await once(asking, 'response')) as [{ statusCode: number; headers: object }]
  return [response.statusCode, response.headers]
}

describe('B02 the sockets of a gateway', () => {
  it('one at the path, of the protocol, is taken and counted until it ends', async () => {
    const client = await connected()
    expect([client.protocol, opened.length, stats.sockets]).toEqual(['graphql-transport-ws', 1, 1])
    // Nothing is compressed: each socket would need memory for it.
    expect(client.extensions).toBe('')
    client.close()
    await vi.waitFor(() => expect(stats.sockets).toBe(0))
  })

  it('one at another path gets 404, with a query its own', async () => {
    expect(await refusal('/other')).toEqual([404, { connection: 'close', 'content-length': '0' }])
    url += '?a=1'
    await connected()
    expect(stats.sockets).toBe(1)
  })

  it('a message that is too long closes it', async () => {
    const client = await connected()
    client.send('x'.repeat(100))
    client.send('x'.repeat(101))
    const [code] = (await once(client, 'close')) as [number]
    expect([code, said]).toEqual([1009, ['x'.repeat(100), 'handled']])
  })

  it('messages that come together are handled one after the other', async () => {
    const client = await connected()
    const { _socket: wire } = client as unknown as { readonly _socket: Duplex }
    wire.cork()
    for (const text of ['a', 'b']) client.send(text)
    wire.uncork()
    await vi.waitFor(() => expect(said).toEqual(['a', 'handled', 'b', 'handled']))
  })

  it('looking after them keeps no process alive', async () => {
    const timers = vi.spyOn(globalThis, 'setInterval')
    const another = new SocketServer(settingsWith({ timing }), stats, {} as Protocol<ClientSocket>)
    expect(timers.mock.results.map(({ value }) => (value as NodeJS.Timeout).hasRef())).toEqual([false])
    timers.mockRestore()
    await another.close()
  })

  it('they are looked after: those whose token has expired, and each that is silent, in its own time', async () => {
    // Not all that came together are asked together.
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.8)
    const began = Date.now()
    const client = await connected()
    random.mockRestore()
    const [socket] = opened
    const { heardAt = 0, recheckAt = 0 } = socket ?? {}
    const early = 0.4 * timing.pingAfterMs
    expect(heardAt).toBeGreaterThanOrEqual(began - early)
    expect(heardAt).toBeLessThanOrEqual(Date.now() - early)
    expect(recheckAt - Date.now()).toBeGreaterThan(timing.recheckMs - 1_000)
    if (socket) socket.session = aSession('kari', -1)
    const [code] = (await once(client, 'close')) as [number]
    expect(code).toBe(4403)
  })

  it('where something was heard of their people they are asked about at once', async () => {
    await connected()
    const [socket] = opened
    if (socket) socket.session = aSession('kari')
    server.recheck(({ subject }) => subject === 'kari')
    expect(asked).toEqual(['kari'])
  })

  it('when it closes all are told, and who comes then is refused', async () => {
    await server.close()
    begin({ closeMs: 60_000 })
    const sweeper = vi.spyOn(globalThis, 'clearInterval')
    const client = await connected()
    const closing = once(client, 'close')
    const done = server.close()
    expect(await refusal('/graphql')).toEqual([503, { connection: 'close', 'content-length': '0' }])
    const [code, reason] = (await closing) as [number, Buffer]
    expect([code, String(reason)]).toEqual([1001, 'Going away'])
    // All have answered: nobody is waited for.
    await done
    expect(sweeper).toHaveBeenCalledOnce()
    sweeper.mockRestore()
    expect(stats.sockets).toBe(0)
  })

  it('who does not answer the farewell is cut after a while', async () => {
    const client = await connected()
    client.pause()
    const before = Date.now()
    await server.close()
    expect(Date.now() - before).toBeGreaterThanOrEqual(timing.closeMs)
    await vi.waitFor(() => expect(stats.sockets).toBe(0))
    client.terminate()
  })
})
